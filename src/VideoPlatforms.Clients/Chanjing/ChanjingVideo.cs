using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a video that Chanjing generated (document 000).</summary>
public sealed class ChanjingVideo : PlatformVideo
{
    private readonly ChanjingVideoRecord _record;

    internal ChanjingVideo(ChanjingVideoRecord record, VideoPlatformSession? session)
    {
        _record = record;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.Chanjing;

    /// <inheritdoc/>
    public override string? Id => _record.Id;

    /// <summary>Gets the title, which is always null because the platform has no titles.</summary>
    public override string? Title => null;

    /// <summary>Gets the common state: 10 is Processing, 30 is Ready, 4X (invalid parameter) and 5X (service error) are Failed.</summary>
    public override VideoState State => _record.Status switch
    {
        "10" => VideoState.Processing,
        "30" => VideoState.Ready,
        { Length: 2 } code when code[0] is '4' or '5' => VideoState.Failed,
        _ => VideoState.Unknown,
    };

    /// <summary>Gets the time at which the video was generated (<c>create_time</c>), in China Standard Time.</summary>
    public override DateTimeOffset? CreatedAt => ValueParser.FromSeconds(_record.CreateTime);

    /// <summary>Gets the duration (<c>duration</c>, in seconds).</summary>
    public override TimeSpan? Duration => ValueParser.FromSeconds(_record.Duration);

    /// <summary>Gets the address of the video (<c>video_url</c>).</summary>
    public override string? Url => ValueParser.Url(_record.VideoUrl);

    /// <summary>Gets the address of the preview image (<c>preview_url</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.PreviewUrl);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>Gets the platform's status code: 10, 30, 4X or 5X.</summary>
    public string? StatusCode => _record.Status;

    /// <summary>Gets the progress in percent, from 0 to 100.</summary>
    public double? Progress => _record.Progress;

    /// <summary>Gets the error message (<c>msg</c>).</summary>
    public string? Message => _record.Msg;

    /// <summary>
    /// Gets the address of the subtitles: a JSON array of <c>min_time</c>, <c>max_time</c> (milliseconds) and <c>subtitles</c>.
    /// </summary>
    public string? SubtitleDataUrl => ValueParser.Url(_record.SubtitleDataUrl);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
