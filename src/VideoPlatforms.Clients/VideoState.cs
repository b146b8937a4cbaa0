#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the state of a video, with values that all platforms share. The platform's own status is a separate property.</summary>
public enum VideoState
{
    /// <summary>The platform returned no status, or one that its document does not list.</summary>
    Unknown,

    /// <summary>Created but not submitted.</summary>
    Draft,

    /// <summary>Encoding or generation is pending or in progress.</summary>
    Processing,

    /// <summary>The platform's review is pending or in progress.</summary>
    InReview,

    /// <summary>The video can be played.</summary>
    Ready,

    /// <summary>A review rejected the video.</summary>
    Blocked,

    /// <summary>Encoding or generation failed.</summary>
    Failed,

    /// <summary>The video was deleted but is still listed.</summary>
    Deleted,
}
