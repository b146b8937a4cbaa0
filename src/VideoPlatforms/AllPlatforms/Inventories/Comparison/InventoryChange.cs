#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a difference between two inventories.</summary>
public sealed class InventoryChange
{
    internal InventoryChange(InventoryChangeKind change, Platform platform)
    {
        Change = change;
        Platform = platform;
    }

    internal InventoryChange(InventoryChangeKind change, PlatformVideo video, string? property = null, object? oldValue = null, object? newValue = null)
        : this(change, video.Platform)
    {
        Id = video.Id;
        Title = video.Title;
        Property = property;
        OldValue = oldValue;
        NewValue = newValue;
        Session = video.Session;
    }

    /// <summary>Gets the kind of difference.</summary>
    public InventoryChangeKind Change { get; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the ID of the video.</summary>
    public string? Id { get; internal init; }

    /// <summary>Gets the title of the video: the new one, if it changed.</summary>
    public string? Title { get; internal init; }

    /// <summary>Gets the property that changed; null if the video is only in one inventory.</summary>
    public string? Property { get; internal init; }

    /// <summary>Gets the value in the reference inventory.</summary>
    public object? OldValue { get; internal init; }

    /// <summary>Gets the value in the difference inventory.</summary>
    public object? NewValue { get; internal init; }

    /// <summary>Gets the session of the video.</summary>
    public VideoPlatformSession? Session { get; internal init; }

    /// <summary>Returns the kind of difference, the platform, the ID and the property, as in <c>Changed Polyv b0f7…_b Title</c>.</summary>
    public override string ToString() => $"{Change} {Platform} {Id} {Property}".TrimEnd();
}
