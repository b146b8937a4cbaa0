#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// Represents a video of any platform. The class of each platform overrides all nine properties, in this order: reflection lists
/// the properties of a class before the inherited ones, and videos of different platforms must have the same first nine columns.
/// </summary>
public abstract class PlatformVideo
{
    /// <summary>Gets the platform of the video.</summary>
    public abstract Platform Platform { get; }

    /// <summary>Gets the platform's ID of the video, which the platform's other calls accept.</summary>
    public abstract string? Id { get; }

    /// <summary>Gets the title; null if the server did not return one.</summary>
    public abstract string? Title { get; }

    /// <summary>Gets the state, with values that all platforms share.</summary>
    public abstract VideoState State { get; }

    /// <summary>Gets the time when the video was created on the platform.</summary>
    public abstract DateTimeOffset? CreatedAt { get; }

    /// <summary>Gets the duration; null if the server did not return it.</summary>
    public abstract TimeSpan? Duration { get; }

    /// <summary>Gets the address for playback as the server returned it, with <c>https:</c> added if it begins with <c>//</c>.</summary>
    public abstract string? Url { get; }

    /// <summary>Gets the address of the cover image as the server returned it, with <c>https:</c> added if it begins with <c>//</c>.</summary>
    public abstract string? CoverUrl { get; }

    /// <summary>Gets the session that the video was read with. In a pipeline, the next cmdlet uses the same session.</summary>
    public abstract VideoPlatformSession? Session { get; }

    /// <summary>Returns the fields of the response that the vendor's document does not list, by the server's names.</summary>
    /// <returns>Strings, numbers (<see cref="long"/> or <see cref="double"/>), Boolean values, lists, dictionaries and nulls.</returns>
    public abstract IReadOnlyDictionary<string, object?> GetAdditionalData();

    /// <summary>Returns the platform and the ID, such as <c>Polyv b0f7041324d864436f410f581444542a_b</c>.</summary>
    public override string ToString() => $"{Platform} {Id}";
}
