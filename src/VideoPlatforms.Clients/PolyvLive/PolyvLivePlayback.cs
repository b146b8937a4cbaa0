using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.PolyvLive;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A playback, or a video on demand, of Polyv Live (document 002).</summary>
public sealed class PolyvLivePlayback : PlatformVideo
{
    private readonly PolyvLivePlaybackRecord _record;

    internal PolyvLivePlayback(PolyvLivePlaybackRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.PolyvLive;

    /// <summary>The live system's id (<c>videoId</c>).</summary>
    public override string? Id => _record.VideoId;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>Y, 60 and 61 are Ready; the list holds no others as documented.</summary>
    public override VideoState State => _record.Status is "Y" or "60" or "61" ? VideoState.Ready : VideoState.Unknown;

    /// <summary>When it was added as a playback (<c>createdTime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromMilliseconds(_record.CreatedTime);

    /// <summary>How long it plays (<c>duration</c>, <c>HH:mm:ss</c> there).</summary>
    public override TimeSpan? Duration => ValueParser.FromClockText(_record.Duration);

    /// <summary>Where it plays (<c>url</c>); an encrypted video can't be read there.</summary>
    public override string? Url => ValueParser.Url(_record.Url);

    /// <summary>The first picture (<c>firstImage</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.FirstImage);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>The same as <see cref="Id"/>, under the document's name.</summary>
    public string? VideoId => _record.VideoId;

    /// <summary>The vid on Polyv VOD (<c>videoPoolId</c>).</summary>
    public string? VideoPoolId => _record.VideoPoolId;

    /// <summary>The user id on Polyv VOD.</summary>
    public string? UserId => _record.UserId;

    /// <summary>The live channel.</summary>
    public string? ChannelId => _record.ChannelId;

    /// <summary>The default bitrate (<c>myBr</c>): 1 smooth, 2 high, 3 super-high definition.</summary>
    public string? Bitrate => _record.MyBr;

    /// <summary>The visitor questionnaire.</summary>
    public string? Qid => _record.Qid;

    /// <summary>Whether it is encrypted (<c>seed</c>, 1 there).</summary>
    public bool? Encrypted => _record.Seed is { } seed ? seed == 1 : null;

    /// <summary>The order field of the video on demand (<c>ordertime</c>).</summary>
    public long? OrderTime => _record.OrderTime;

    /// <summary>When it was last changed, in China Standard Time.</summary>
    public DateTimeOffset? LastModified => ValueParser.FromMilliseconds(_record.LastModified);

    /// <summary>The order value: the larger, the earlier in the list.</summary>
    public long? Rank => _record.Rank;

    /// <summary>Whether it is what plays by default (<c>asDefault</c>, Y or N there).</summary>
    public bool? IsDefault => _record.AsDefault switch
    {
        "Y" => true,
        "N" => false,
        _ => null,
    };

    /// <summary>The session of the channel, for playbacks with slides.</summary>
    public string? ChannelSessionId => _record.ChannelSessionId;

    /// <summary>The platform's own status: Y, or 60 and 61 of the video on demand.</summary>
    public string? Status => _record.Status;

    /// <summary>The file it was saved from.</summary>
    public string? FileId => _record.FileId;

    /// <summary>When the broadcast began (<c>yyyyMMddHHmmss</c> there), in China Standard Time.</summary>
    public DateTimeOffset? StartTime => ValueParser.FromText(_record.StartTime, ValueParser.ChinaOffset, "yyyyMMddHHmmss");

    /// <summary>The kind of broadcast: alone, ppt, topclass or seminar.</summary>
    public string? LiveType => _record.LiveType;

    /// <summary>How often processing failed.</summary>
    public long? ErrorCount => _record.ErrorCount;

    /// <summary>What it was merged from (a JSON array inside a string there).</summary>
    public TextList MergeInfo => ReadList(_record.MergeInfo ?? _record.MergeInfoOfSample);

    /// <summary>Where it is watched; <c>https:</c> is added.</summary>
    public string? WatchUrl => ValueParser.Url(_record.WatchUrl);

    /// <summary>The width in pixels.</summary>
    public long? Width => _record.Width;

    /// <summary>The height in pixels.</summary>
    public long? Height => _record.Height;

    /// <summary>Where the file came from: manual, auto, merge or clip.</summary>
    public string? Origin => _record.Origin;

    /// <summary>Who is called when it has been saved.</summary>
    public string? CallbackUrl => _record.CallbackUrl;

    /// <summary>The language (<c>lang</c>): zh_CN or EN.</summary>
    public string? Language => _record.Language;

    /// <summary>The id of the English playback (<c>videoIdEN</c>).</summary>
    public string? EnglishVideoId => _record.EnglishVideoId;

    /// <summary>The file (<c>fileUrl</c>; the document's table spells it <c>fileUr1</c>).</summary>
    public string? FileUrl => ValueParser.Url(_record.FileUrl ?? _record.FileUrlOfTable);

    /// <summary>The file of the English playback (<c>enFileUrl</c>).</summary>
    public string? EnglishFileUrl => ValueParser.Url(_record.EnglishFileUrl);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);

    private static TextList ReadList(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "[]" : json!);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? new(document.RootElement.EnumerateArray().Select(part => part.ToString()))
                : new([json!]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not what the document shows, but still what the server said.
            return new([json!]);
        }
    }
}
