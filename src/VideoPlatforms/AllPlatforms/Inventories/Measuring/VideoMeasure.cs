#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents the totals of a group of videos.</summary>
public sealed class VideoMeasure
{
    /// <summary>Gets the platform; null if the videos are not grouped by it.</summary>
    public Platform? Platform { get; internal init; }

    /// <summary>Gets the session; null if the videos are not grouped by it, or have none.</summary>
    public VideoPlatformSession? Session { get; internal init; }

    /// <summary>Gets the common state; null if the videos are not grouped by it.</summary>
    public VideoState? State { get; internal init; }

    /// <summary>Gets the month, such as <c>2024-01</c>; null if the videos are not grouped by it, or the platform did not report it.</summary>
    public string? Month { get; internal init; }

    /// <summary>Gets the number of videos.</summary>
    public long Count { get; internal set; }

    /// <summary>Gets the total duration of the videos whose duration is known.</summary>
    public TimeSpan TotalDuration { get; internal set; }

    /// <summary>Gets the number of videos whose duration is unknown.</summary>
    public long UnknownDuration { get; internal set; }

    /// <summary>Gets the total size in bytes of the videos whose size is known.</summary>
    public long TotalSize { get; internal set; }

    /// <summary>Gets the number of videos whose size is unknown.</summary>
    public long UnknownSize { get; internal set; }

    /// <summary>Gets the total play count of the videos whose play count is known; null if none is.</summary>
    public long? TotalPlayCount { get; internal set; }

    /// <summary>Gets the earliest time at which a video was created; null if it is unknown.</summary>
    public DateTimeOffset? Oldest { get; internal set; }

    /// <summary>Gets the latest time at which a video was created; null if it is unknown.</summary>
    public DateTimeOffset? Newest { get; internal set; }
}
