using VideoPlatforms.Common.Input;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// An item that a command is told to act on: its id or address and, if it was given as an object, where that object was
/// read. A string converts to it.
/// </summary>
public sealed class ItemReference
{
    /// <summary>An item that is known by its id or address alone.</summary>
    /// <param name="value">The id or address.</param>
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

    /// <summary>The id or address; null if the object does not say one.</summary>
    public string? Value { get; }

    /// <summary>The session that the item was read with; null if the object does not say one.</summary>
    public VideoPlatformSession? Session { get; }

    /// <summary>The platform that the object says it belongs to, in its own words; null if it does not say.</summary>
    internal string? PlatformName { get; }

    /// <summary>The object that it was read from.</summary>
    internal object? Source { get; }

    /// <summary>Whether it was given as a video that a platform returned, not as an id or a row that anybody may have written.</summary>
    internal bool IsVideo => Source.BaseObject() is PlatformVideo;

    /// <summary>The id or address.</summary>
    public override string ToString() => Value ?? "";
}
