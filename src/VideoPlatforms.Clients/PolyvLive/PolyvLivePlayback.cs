using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.PolyvLive;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a playback, or a video on demand, of Polyv Live (document 002).</summary>
public sealed class PolyvLivePlayback : PlatformVideo
{
    private readonly PolyvLivePlaybackRecord _record;
    private TextList? _mergeInfo;

    internal PolyvLivePlayback(PolyvLivePlaybackRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.PolyvLive;

    /// <summary>Gets the ID on the live platform (<c>videoId</c>).</summary>
    public override string? Id => _record.VideoId;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>Gets the common state: Y, 60 and 61 are Ready. The document lists no other values.</summary>
    public override VideoState State => _record.Status is "Y" or "60" or "61" ? VideoState.Ready : VideoState.Unknown;

    /// <summary>Gets the time at which the item was added as a playback (<c>createdTime</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromMilliseconds(_record.CreatedTime);

    /// <summary>Gets the duration (<c>duration</c>, <c>HH:mm:ss</c>).</summary>
    public override TimeSpan? Duration => ValueParser.FromClockText(_record.Duration);

    /// <summary>Gets the address of the video (<c>url</c>). An encrypted video cannot be read from it.</summary>
    public override string? Url => ValueParser.Url(_record.Url);

    /// <summary>Gets the address of the first image (<c>firstImage</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.FirstImage);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>Gets the same value as <see cref="Id"/>, with the name from the document.</summary>
    public string? VideoId => _record.VideoId;

    /// <summary>Gets the vid on Polyv VOD (<c>videoPoolId</c>).</summary>
    public string? VideoPoolId => _record.VideoPoolId;

    /// <summary>Gets the user ID on Polyv VOD.</summary>
    public string? UserId => _record.UserId;

    /// <summary>Gets the ID of the live channel.</summary>
    public string? ChannelId => _record.ChannelId;

    /// <summary>Gets the default bitrate (<c>myBr</c>): 1 smooth, 2 high, 3 super-high definition.</summary>
    public string? Bitrate => _record.MyBr;

    /// <summary>Gets the ID of the visitor questionnaire.</summary>
    public string? Qid => _record.Qid;

    /// <summary>Gets a value indicating whether the video is encrypted (<c>seed</c> is 1).</summary>
    public bool? Encrypted => _record.Seed is { } seed ? seed == 1 : null;

    /// <summary>Gets the sort value of the video on demand (<c>ordertime</c>).</summary>
    public long? OrderTime => _record.OrderTime;

    /// <summary>Gets the time of the last change, in China Standard Time.</summary>
    public DateTimeOffset? LastModified => ValueParser.FromMilliseconds(_record.LastModified);

    /// <summary>Gets the sort value. Items with larger values come first.</summary>
    public long? Rank => _record.Rank;

    /// <summary>Gets a value indicating whether the item is the default playback (<c>asDefault</c>, Y or N).</summary>
    public bool? IsDefault => _record.AsDefault switch
    {
        "Y" => true,
        "N" => false,
        _ => null,
    };

    /// <summary>Gets the session of the channel, for playbacks with slides.</summary>
    public string? ChannelSessionId => _record.ChannelSessionId;

    /// <summary>Gets the platform's status: Y, or 60 and 61 for a video on demand.</summary>
    public string? Status => _record.Status;

    /// <summary>Gets the ID of the recorded file.</summary>
    public string? FileId => _record.FileId;

    /// <summary>Gets the start of the broadcast (<c>yyyyMMddHHmmss</c>), in China Standard Time.</summary>
    public DateTimeOffset? StartTime => ValueParser.FromText(_record.StartTime, ValueParser.ChinaOffset, "yyyyMMddHHmmss");

    /// <summary>Gets the kind of broadcast: alone, ppt, topclass or seminar.</summary>
    public string? LiveType => _record.LiveType;

    /// <summary>Gets the number of processing errors.</summary>
    public long? ErrorCount => _record.ErrorCount;

    /// <summary>Gets the sources of a merged playback (a JSON array in a string).</summary>
    public TextList MergeInfo => _mergeInfo ??= ReadList(_record.MergeInfo ?? _record.MergeInfoOfSample);

    /// <summary>Gets the address of the watch page, with <c>https:</c> added.</summary>
    public string? WatchUrl => ValueParser.Url(_record.WatchUrl);

    /// <summary>Gets the width in pixels.</summary>
    public long? Width => _record.Width;

    /// <summary>Gets the height in pixels.</summary>
    public long? Height => _record.Height;

    /// <summary>Gets the origin of the file: manual, auto, merge or clip.</summary>
    public string? Origin => _record.Origin;

    /// <summary>Gets the address that is called when the playback has been saved.</summary>
    public string? CallbackUrl => _record.CallbackUrl;

    /// <summary>Gets the language (<c>lang</c>): zh_CN or EN.</summary>
    public string? Language => _record.Language;

    /// <summary>Gets the ID of the English playback (<c>videoIdEN</c>).</summary>
    public string? EnglishVideoId => _record.EnglishVideoId;

    /// <summary>Gets the address of the file (<c>fileUrl</c>, spelled <c>fileUr1</c> in the document's field table).</summary>
    public string? FileUrl => ValueParser.Url(_record.FileUrl ?? _record.FileUrlOfTable);

    /// <summary>Gets the address of the file of the English playback (<c>enFileUrl</c>).</summary>
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
            // The value does not have the documented format; it is kept unchanged.
            return new([json!]);
        }
    }
}
