#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies what is saved beside the file of a video.</summary>
public enum SavedContent
{
    /// <summary>The picture of the cover.</summary>
    Cover,

    /// <summary>The subtitles.</summary>
    Subtitle,

    /// <summary>All properties of the video, as JSON.</summary>
    Metadata,
}
