namespace VideoPlatforms.Clients.Downloads.Links;

/// <summary>Represents the response to a check.</summary>
/// <param name="Status">What it means.</param>
/// <param name="HttpStatus">The HTTP status; null if there was no response.</param>
/// <param name="Elapsed">The time from the request to the response.</param>
internal sealed record LinkResponse(LinkStatus Status, int? HttpStatus, TimeSpan Elapsed)
{
    /// <summary>Gets the length of the file; null if the server did not report it.</summary>
    public long? Length { get; init; }

    /// <summary>Gets the content type that the server reported.</summary>
    public string? ContentType { get; init; }
}
