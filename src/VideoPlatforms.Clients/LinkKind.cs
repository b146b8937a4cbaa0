#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies which address of a video was checked.</summary>
public enum LinkKind
{
    /// <summary>The address of the video.</summary>
    Url,

    /// <summary>The address of its cover.</summary>
    CoverUrl,
}
