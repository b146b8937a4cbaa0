namespace VideoPlatforms.Clients.Qushipin;

/// <summary>A video to recommend: the parameters of recommendVideo. What is null is not sent.</summary>
public sealed class QushipinRecommendation
{
    /// <summary>The video's id (<c>videoId</c>).</summary>
    public string VideoId { get; set; } = "";

    /// <summary>The uploader's id (<c>userId</c>).</summary>
    public string? UserId { get; set; }

    /// <summary>The title (<c>title</c>).</summary>
    public string? Title { get; set; }

    /// <summary>The description (<c>description</c>).</summary>
    public string? Description { get; set; }

    /// <summary>How long it plays (<c>duration</c>, sent in seconds).</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>The cover picture (<c>coverUrl</c>).</summary>
    public string? CoverUrl { get; set; }

    /// <summary>The size of the source file in bytes (<c>size</c>).</summary>
    public long? Size { get; set; }

    /// <summary>The tags (<c>tags</c>, sent separated by commas).</summary>
    public IReadOnlyList<string>? Tags { get; set; }

    /// <summary>The category (<c>cateId</c>).</summary>
    public string? CategoryId { get; set; }

    /// <summary>The category's name (<c>cateName</c>).</summary>
    public string? CategoryName { get; set; }

    /// <summary>The first frame (<c>firstFrameUrl</c>).</summary>
    public string? FirstFrameUrl { get; set; }

    /// <summary>The transcoding (<c>transcodeStatus</c>).</summary>
    public string? TranscodeStatus { get; set; }

    /// <summary>The snapshots (<c>snapshotStatus</c>).</summary>
    public string? SnapshotStatus { get; set; }

    /// <summary>The review (<c>censorStatus</c>).</summary>
    public string? CensorStatus { get; set; }

    /// <summary>Whether it is a narrowband video (<c>isNarrow</c>).</summary>
    public bool? Narrowband { get; set; }

    /// <summary>Whether it is put into the cache at once (<c>isCache</c>).</summary>
    public bool? Preheat { get; set; }
}
