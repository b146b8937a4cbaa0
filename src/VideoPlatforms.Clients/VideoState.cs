#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Where a video stands, in words that all platforms share. The platform's own word is kept beside it.</summary>
public enum VideoState
{
    /// <summary>The platform sent no status, or one that its document does not list.</summary>
    Unknown,

    /// <summary>Begun but not handed in.</summary>
    Draft,

    /// <summary>Waiting for, or in, encoding or generation.</summary>
    Processing,

    /// <summary>Waiting for the platform's review.</summary>
    InReview,

    /// <summary>Can be watched.</summary>
    Ready,

    /// <summary>Turned down by a review.</summary>
    Blocked,

    /// <summary>Encoding or generation went wrong.</summary>
    Failed,

    /// <summary>Deleted, yet still listed.</summary>
    Deleted,
}
