#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// Represents a video whose file was saved completely: its length and its hash were verified. The commands that change videos accept
/// it in place of the video.
/// </summary>
public sealed class SavedVideo
{
    internal SavedVideo(Platform platform, string id, string path, long length, string sha256)
    {
        Platform = platform;
        Id = id;
        Path = path;
        Length = length;
        Sha256 = sha256;
    }

    /// <summary>Gets the platform of the video.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the ID of the video.</summary>
    public string Id { get; }

    /// <summary>Gets the title of the video; null if it has none.</summary>
    public string? Title { get; internal init; }

    /// <summary>Gets the absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Gets the SHA-256 of the file, as hexadecimal digits in lower case.</summary>
    public string Sha256 { get; }

    /// <summary>Gets the content type that the media server reported.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>Gets a value indicating whether the partial file of an earlier run was continued.</summary>
    public bool Resumed { get; internal init; }

    /// <summary>Gets the time at which the file was saved.</summary>
    public DateTimeOffset SavedAt { get; internal init; }

    /// <summary>Gets the ID of the user who uploaded the video; null if the platform reports none. A deletion requires it.</summary>
    public string? UserId { get; internal init; }

    /// <summary>Gets the session that the video was read with.</summary>
    public VideoPlatformSession? Session { get; internal init; }

    /// <summary>Returns the path.</summary>
    public override string ToString() => Path;
}
