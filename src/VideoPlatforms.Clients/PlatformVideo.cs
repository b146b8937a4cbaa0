#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// A video of any platform. Every platform's class begins with these nine columns, in this order, so that
/// videos of different platforms fit into one table. Each class overrides all nine for that reason:
/// the runtime lists a class's own properties before the inherited ones.
/// </summary>
public abstract class PlatformVideo
{
    /// <summary>The platform that holds the video.</summary>
    public abstract Platform Platform { get; }

    /// <summary>The platform's id of the video, as the platform's other calls take it.</summary>
    public abstract string? Id { get; }

    /// <summary>The title; null where the platform has none.</summary>
    public abstract string? Title { get; }

    /// <summary>Where the video stands, in words that all platforms share.</summary>
    public abstract VideoState State { get; }

    /// <summary>When the video came to be on the platform.</summary>
    public abstract DateTimeOffset? CreatedAt { get; }

    /// <summary>How long it plays; null where the platform does not say.</summary>
    public abstract TimeSpan? Duration { get; }

    /// <summary>Where it plays: the string that the server sent, with <c>https:</c> added where it begins with <c>//</c>.</summary>
    public abstract string? Url { get; }

    /// <summary>Its cover picture: the string that the server sent, with <c>https:</c> added where it begins with <c>//</c>.</summary>
    public abstract string? CoverUrl { get; }

    /// <summary>The session that it was read with; the other cmdlets take it from here in a pipeline.</summary>
    public abstract VideoPlatformSession? Session { get; }

    /// <summary>What the server sent beyond the fields of its document, by the server's names.</summary>
    /// <returns>Strings, numbers (<see cref="long"/> or <see cref="double"/>), booleans, lists, dictionaries and nulls.</returns>
    public abstract IReadOnlyDictionary<string, object?> GetAdditionalData();

    /// <summary>The platform and the id, as in <c>Polyv b0f7041324d864436f410f581444542a_b</c>.</summary>
    public override string ToString() => $"{Platform} {Id}";
}
