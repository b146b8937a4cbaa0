namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Represents a video to recommend: the parameters of recommendVideo. Parameters with the value null are not sent.</summary>
public sealed class QushipinRecommendation
{
    /// <summary>Gets or sets the ID of the video (<c>videoId</c>).</summary>
    public string VideoId { get; set; } = "";

    /// <summary>Gets or sets the user ID of the uploader (<c>userId</c>).</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the title (<c>title</c>).</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the description (<c>description</c>).</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the duration (<c>duration</c>, sent in seconds).</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>Gets or sets the address of the cover image (<c>coverUrl</c>).</summary>
    public string? CoverUrl { get; set; }

    /// <summary>Gets or sets the size of the source file in bytes (<c>size</c>).</summary>
    public long? Size { get; set; }

    /// <summary>Gets or sets the tags (<c>tags</c>, sent separated by commas).</summary>
    public IReadOnlyList<string>? Tags { get; set; }

    /// <summary>Gets or sets the category (<c>cateId</c>).</summary>
    public string? CategoryId { get; set; }

    /// <summary>Gets or sets the name of the category (<c>cateName</c>).</summary>
    public string? CategoryName { get; set; }

    /// <summary>Gets or sets the address of the image of the first frame (<c>firstFrameUrl</c>).</summary>
    public string? FirstFrameUrl { get; set; }

    /// <summary>Gets or sets the status of transcoding (<c>transcodeStatus</c>).</summary>
    public string? TranscodeStatus { get; set; }

    /// <summary>Gets or sets the status of the snapshots (<c>snapshotStatus</c>).</summary>
    public string? SnapshotStatus { get; set; }

    /// <summary>Gets or sets the review status (<c>censorStatus</c>).</summary>
    public string? CensorStatus { get; set; }

    /// <summary>Gets or sets a value indicating whether the video is a narrowband video (<c>isNarrow</c>).</summary>
    public bool? Narrowband { get; set; }

    /// <summary>Gets or sets a value indicating whether the video is put into the cache at once (<c>isCache</c>).</summary>
    public bool? Preheat { get; set; }
}
