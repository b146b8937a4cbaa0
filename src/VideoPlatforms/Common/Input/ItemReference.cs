using VideoPlatforms.Common.Input;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// Represents an item that a command acts on: its ID or address and, if it was passed as an object, the session that the object was
/// read with. A string can be converted to it.
/// </summary>
public sealed class ItemReference
{
    /// <summary>Initializes an item from its ID or address.</summary>
    /// <param name="value">The ID or address.</param>
    public ItemReference(string value)
        : this(string.IsNullOrWhiteSpace(value) ? null : value, value, null, null)
    {
    }

    internal ItemReference(string? value, object? source, string? platform, VideoPlatformSession? session)
    {
        Value = value;
        Source = source;
        PlatformName = platform;
        Session = session;
    }

    /// <summary>Gets the ID or address; null if the object contains none.</summary>
    public string? Value { get; }

    /// <summary>Gets the session that the item was read with; null if the object contains none.</summary>
    public VideoPlatformSession? Session { get; }

    /// <summary>Gets the name of the platform that the object contains; null if it contains none.</summary>
    internal string? PlatformName { get; }

    /// <summary>Gets the object that was passed.</summary>
    internal object? Source { get; }

    /// <summary>
    /// Gets a value indicating whether the item was passed as a video that a platform returned, rather than as an ID or a row.
    /// </summary>
    internal bool IsVideo => Source.BaseObject() is PlatformVideo;

    /// <summary>Returns the ID or address.</summary>
    public override string ToString() => Value ?? "";
}
