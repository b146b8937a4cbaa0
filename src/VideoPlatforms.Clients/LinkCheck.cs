#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents the result of a check whether an address of a video still responds.</summary>
public sealed class LinkCheck
{
    internal LinkCheck(Platform platform, string? id, LinkKind kind, LinkStatus status)
    {
        Platform = platform;
        Id = id;
        Kind = kind;
        Status = status;
    }

    /// <summary>Gets the platform of the video.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the ID of the video.</summary>
    public string? Id { get; }

    /// <summary>Gets the title of the video; null if it has none.</summary>
    public string? Title { get; internal init; }

    /// <summary>Gets the property that contains the address.</summary>
    public LinkKind Kind { get; }

    /// <summary>Gets the address; null if the video has none.</summary>
    public string? Address { get; internal init; }

    /// <summary>Gets the result.</summary>
    public LinkStatus Status { get; }

    /// <summary>Gets the HTTP status; null if there was no response.</summary>
    public int? HttpStatus { get; internal init; }

    /// <summary>Gets the length of the file in bytes; null if the server did not report it.</summary>
    public long? Length { get; internal init; }

    /// <summary>Gets the content type that the server reported.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>Gets the time from the request to the response.</summary>
    public TimeSpan? Elapsed { get; internal init; }

    /// <summary>Gets the session that the video was read with.</summary>
    public VideoPlatformSession? Session { get; internal init; }

    /// <summary>Returns the status and the kind of address.</summary>
    public override string ToString() => $"{Status} {Kind}";
}
