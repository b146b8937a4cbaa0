namespace VideoPlatforms.Clients.Http;

/// <summary>A response to a request of a session check.</summary>
/// <param name="IsSignIn">Whether the request was for a token.</param>
/// <param name="Elapsed">The time from sending the request to the last byte of the response.</param>
/// <param name="ClockOffset">How far the server's clock, according to its Date header, is ahead of the system clock; null without a header.</param>
/// <param name="Json">The body, if it may be JSON of the platform and cannot contain a token; otherwise null.</param>
internal sealed record ProbedResponse(bool IsSignIn, TimeSpan Elapsed, TimeSpan? ClockOffset, byte[]? Json)
{
    /// <summary>Whether the platform reports success in its own form.</summary>
    public bool IsAccepted { get; init; }
}
