#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the format of an inventory.</summary>
public enum InventoryFormat
{
    /// <summary>JSON Lines: a header, one JSON object per video, and a footer.</summary>
    JsonLines,

    /// <summary>CSV: the columns of all platforms, and one row per video.</summary>
    Csv,
}
