namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Represents a video of Qushipin with the fields of the document.</summary>
public sealed record QushipinSandboxVideo
{
    /// <summary>id: the record number.</summary>
    public string Id { get; init; } = "";

    /// <summary>videoId: the ID that the calls use.</summary>
    public string VideoId { get; init; } = "";

    /// <summary>title.</summary>
    public string Title { get; init; } = "";

    /// <summary>description.</summary>
    public string Description { get; init; } = "";

    /// <summary>duration, in seconds; returned with or without quotes.</summary>
    public double? Duration { get; init; }

    /// <summary>coverUrl.</summary>
    public string CoverUrl { get; init; } = "";

    /// <summary>creationTime; returned in China Standard Time.</summary>
    public DateTimeOffset CreationTime { get; init; }

    /// <summary>status.</summary>
    public string Status { get; init; } = "";

    /// <summary>firstFrameUrl.</summary>
    public string FirstFrameUrl { get; init; } = "";

    /// <summary>size, in bytes; returned with or without quotes.</summary>
    public long? Size { get; init; }

    /// <summary>cateId: the ID of the category; returned with or without quotes.</summary>
    public long? CateId { get; init; }

    /// <summary>cateName: the name of the category.</summary>
    public string CateName { get; init; } = "";

    /// <summary>tags, separated by commas.</summary>
    public string Tags { get; init; } = "";

    /// <summary>shareUrl.</summary>
    public string ShareUrl { get; init; } = "";

    /// <summary>user.userId.</summary>
    public string UserId { get; init; } = "";

    /// <summary>user.userName.</summary>
    public string UserName { get; init; } = "";

    /// <summary>user.avatarUrl.</summary>
    public string AvatarUrl { get; init; } = "";

    /// <summary>transcodeStatus: onTranscode, success, fail or empty.</summary>
    public string TranscodeStatus { get; init; } = "";

    /// <summary>snapshotStatus.</summary>
    public string SnapshotStatus { get; init; } = "";

    /// <summary>censorStatus: onCensor, success or fail.</summary>
    public string CensorStatus { get; init; } = "";

    /// <summary>narrowTranscodeStatus: onTranscode, success, fail or empty.</summary>
    public string NarrowTranscodeStatus { get; init; } = "";

    /// <summary>SnapshotList, or snapshotList in a single video's response.</summary>
    public IReadOnlyList<string> SnapshotList { get; init; } = [];

    /// <summary>fileUrlList, or fileUrilList in a single video's response.</summary>
    public IReadOnlyList<string> FileUrlList { get; init; } = [];

    /// <summary>reason: the value of the last createAudit; never returned.</summary>
    public string? Reason { get; init; }

    /// <summary>comment: the value of the last createAudit; never returned.</summary>
    public string? Comment { get; init; }
}
