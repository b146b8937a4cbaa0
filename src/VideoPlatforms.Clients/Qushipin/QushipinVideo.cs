using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Qushipin;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A video, or a recommended one, on a Qushipin App Server (document 003).</summary>
public sealed class QushipinVideo : PlatformVideo
{
    private readonly QushipinVideoRecord _record;
    private readonly TimeZoneInfo _timeZone;

    internal QushipinVideo(QushipinVideoRecord record, TimeZoneInfo timeZone, VideoPlatformSession? session)
    {
        _record = record;
        _timeZone = timeZone;
        Session = session;
    }

    /// <inheritdoc/>
    public override Platform Platform => Platform.Qushipin;

    /// <summary>The public id (<c>videoId</c>), which every other call takes.</summary>
    public override string? Id => _record.VideoId;

    /// <inheritdoc/>
    public override string? Title => _record.Title;

    /// <summary>
    /// Blocked where the review failed, InReview where it is under way; otherwise Failed or Processing as the transcoding stands;
    /// otherwise Ready where the review succeeded.
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

    /// <summary>When it was created (<c>creationTime</c>), in the session's time zone.</summary>
    public override DateTimeOffset? CreatedAt => QushipinTime.Read(_record.CreationTime, _timeZone);

    /// <summary>How long it plays (<c>duration</c>, in seconds there).</summary>
    public override TimeSpan? Duration => ValueParser.FromSeconds(_record.Duration);

    /// <summary>Where it plays: the first of <see cref="FileUrls"/>.</summary>
    public override string? Url => FileUrls.Count > 0 ? ValueParser.Url(FileUrls[0]) : null;

    /// <summary>The cover picture (<c>coverUrl</c>).</summary>
    public override string? CoverUrl => ValueParser.Url(_record.CoverUrl);

    /// <inheritdoc/>
    public override VideoPlatformSession? Session { get; }

    /// <summary>The same as <see cref="Id"/>, under the document's name.</summary>
    public string? VideoId => _record.VideoId;

    /// <summary>The server's own number of the record (<c>id</c>); no call takes it.</summary>
    public string? RecordId => _record.Id;

    /// <summary>The description.</summary>
    public string? Description => _record.Description;

    /// <summary>The size of the source file in bytes.</summary>
    public long? Size => _record.Size;

    /// <summary>The category (<c>cateId</c>).</summary>
    public string? CategoryId => _record.CateId;

    /// <summary>The category's name (<c>cateName</c>).</summary>
    public string? CategoryName => _record.CateName;

    /// <summary>The tags (separated by commas there).</summary>
    public TextList Tags => TextList.Split(_record.Tags, ',');

    /// <summary>Where it is shared.</summary>
    public string? ShareUrl => ValueParser.Url(_record.ShareUrl);

    /// <summary>The first frame.</summary>
    public string? FirstFrameUrl => ValueParser.Url(_record.FirstFrameUrl);

    /// <summary>Who uploaded it; a delete must name the same user.</summary>
    public string? UserId => _record.User?.UserId;

    /// <summary>Who uploaded it, by name.</summary>
    public string? UserName => _record.User?.UserName;

    /// <summary>The uploader's picture.</summary>
    public string? AvatarUrl => ValueParser.Url(_record.User?.AvatarUrl);

    /// <summary>The platform's own status.</summary>
    public string? Status => _record.Status;

    /// <summary>The transcoding: onTranscode, success or fail.</summary>
    public string? TranscodeStatus => _record.TranscodeStatus;

    /// <summary>The snapshots: onSnapshot, success or fail.</summary>
    public string? SnapshotStatus => _record.SnapshotStatus;

    /// <summary>The review: onCensor, success or fail.</summary>
    public string? CensorStatus => _record.CensorStatus;

    /// <summary>The narrowband transcoding (<c>narrowTranscodeStatus</c>).</summary>
    public string? NarrowbandTranscodeStatus => _record.NarrowTranscodeStatus;

    /// <summary>The snapshots (<c>SnapshotList</c>).</summary>
    public TextList SnapshotUrls => _record.SnapshotList ?? _record.LowerSnapshotList ?? TextList.None;

    /// <summary>The files (<c>fileUrlList</c>; in one call <c>fileUrilList</c>).</summary>
    public TextList FileUrls => _record.FileUrlList ?? _record.FileUrilList ?? TextList.None;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.ToPlain(_record.Unlisted);
}
