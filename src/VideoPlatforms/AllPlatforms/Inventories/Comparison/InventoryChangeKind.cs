#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the kind of a difference between two inventories.</summary>
public enum InventoryChangeKind
{
    /// <summary>The video is only in the difference inventory.</summary>
    Added,

    /// <summary>The video is only in the reference inventory.</summary>
    Removed,

    /// <summary>A property of the video has another value.</summary>
    Changed,

    /// <summary>The video is only in one inventory, and the other one does not contain all videos of the session.</summary>
    Unknown,
}
