using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Qushipin;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a video or a recommended video on a Qushipin App Server (document 003).</summary>
public sealed class QushipinVideo : PlatformVideo
{
    private readonly QushipinVideoRecord _record;
    private readonly TimeZoneInfo _timeZone;
    private TextList? _tags;

    internal QushipinVideo(QushipinVideoRecord record, TimeZoneInfo timeZone, VideoPlatformSession? session)
    {
        _record = record;
        _timeZone = timeZone;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.Qushipin;

    /// <summary>Gets the public ID (<c>videoId</c>), which all other calls accept.</summary>
    public override string? Id => _record.VideoId;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>
    /// Gets the common state: Blocked if the review failed, InReview if it is in progress; otherwise Failed or Processing if transcoding
    /// failed or is in progress; otherwise Ready if the review succeeded; otherwise Unknown.
    /// </summary>
    public override VideoState State => (_record.CensorStatus, _record.TranscodeStatus) switch
    {
        ("fail", _) => VideoState.Blocked,
        ("onCensor", _) => VideoState.InReview,
        (_, "fail") => VideoState.Failed,
        (_, "onTranscode") => VideoState.Processing,
        ("success", _) => VideoState.Ready,
        _ => VideoState.Unknown,
    };

    /// <summary>Gets the creation time (<c>creationTime</c>), in the time zone of the session.</summary>
    public override DateTimeOffset? CreatedAt => QushipinTime.Read(_record.CreationTime, _timeZone);

    /// <summary>Gets the duration (<c>duration</c>, in seconds).</summary>
    public override TimeSpan? Duration => ValueParser.FromSeconds(_record.Duration);

    /// <summary>Gets the address for playback: the first of <see cref="FileUrls"/>.</summary>
    public override string? Url => FileUrls.Count > 0 ? ValueParser.Url(FileUrls[0]) : null;

    /// <summary>Gets the address of the cover image (<c>coverUrl</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.CoverUrl);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>Gets the same value as <see cref="Id"/>, with the name in the document.</summary>
    public string? VideoId => _record.VideoId;

    /// <summary>Gets the server's internal number of the record (<c>id</c>), which no call accepts.</summary>
    public string? RecordId => _record.Id;

    /// <summary>Gets the description.</summary>
    public string? Description => _record.Description;

    /// <summary>Gets the size of the source file in bytes.</summary>
    public long? Size => _record.Size;

    /// <summary>Gets the category (<c>cateId</c>).</summary>
    public string? CategoryId => _record.CateId;

    /// <summary>Gets the name of the category (<c>cateName</c>).</summary>
    public string? CategoryName => _record.CateName;

    /// <summary>Gets the tags (<c>tags</c>, separated by commas).</summary>
    public TextList Tags => _tags ??= TextList.Split(_record.Tags, ',');

    /// <summary>Gets the address for sharing (<c>shareUrl</c>).</summary>
    public string? ShareUrl => ValueParser.Url(_record.ShareUrl);

    /// <summary>Gets the address of the image of the first frame (<c>firstFrameUrl</c>).</summary>
    public string? FirstFrameUrl => ValueParser.Url(_record.FirstFrameUrl);

    /// <summary>Gets the user ID of the uploader, which a delete must specify.</summary>
    public string? UserId => _record.User?.UserId;

    /// <summary>Gets the user name of the uploader.</summary>
    public string? UserName => _record.User?.UserName;

    /// <summary>Gets the address of the uploader's avatar (<c>avatarUrl</c>).</summary>
    public string? AvatarUrl => ValueParser.Url(_record.User?.AvatarUrl);

    /// <summary>Gets the platform's status of the video (<c>status</c>).</summary>
    public string? Status => _record.Status;

    /// <summary>Gets the status of transcoding (<c>transcodeStatus</c>): onTranscode, success or fail.</summary>
    public string? TranscodeStatus => _record.TranscodeStatus;

    /// <summary>Gets the status of the snapshots (<c>snapshotStatus</c>): onSnapshot, success or fail.</summary>
    public string? SnapshotStatus => _record.SnapshotStatus;

    /// <summary>Gets the review status (<c>censorStatus</c>): onCensor, success or fail.</summary>
    public string? CensorStatus => _record.CensorStatus;

    /// <summary>Gets the status of narrowband transcoding (<c>narrowTranscodeStatus</c>).</summary>
    public string? NarrowbandTranscodeStatus => _record.NarrowTranscodeStatus;

    /// <summary>Gets the addresses of the snapshots (<c>SnapshotList</c>).</summary>
    public TextList SnapshotUrls => _record.SnapshotList ?? _record.LowerSnapshotList ?? TextList.None;

    /// <summary>Gets the addresses of the files (<c>fileUrlList</c>; in one call <c>fileUrilList</c>).</summary>
    public TextList FileUrls => _record.FileUrlList ?? _record.FileUrilList ?? TextList.None;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
