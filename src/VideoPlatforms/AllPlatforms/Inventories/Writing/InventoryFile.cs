#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents an inventory that was written.</summary>
public sealed class InventoryFile
{
    internal InventoryFile(string path, InventoryFormat format)
    {
        Path = path;
        Format = format;
    }

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the format.</summary>
    public InventoryFormat Format { get; }

    /// <summary>Gets the number of videos.</summary>
    public long Count { get; internal init; }

    /// <summary>
    /// Gets a value indicating whether the file contains all videos of its sessions; null if it is unknown because the videos were passed to
    /// the cmdlet.
    /// </summary>
    public bool? IsComplete { get; internal init; }

    /// <summary>Gets the sessions of the videos.</summary>
    public TextList Sessions { get; internal init; } = TextList.None;

    /// <summary>Gets the sessions whose videos could not all be read.</summary>
    public TextList IncompleteSessions { get; internal init; } = TextList.None;

    /// <summary>Gets the size of the file in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>Gets the time at which the inventory was begun.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Returns the path.</summary>
    public override string ToString() => Path;
}
