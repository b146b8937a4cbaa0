namespace VideoPlatforms.Clients.Http;

/// <summary>Represents one attempt at a call: a request, signed with the current time if the platform requires it, and its secrets.</summary>
/// <param name="Request">The request, which is sent once and then disposed.</param>
/// <param name="Secrets">The signature or token, which is redacted in the response.</param>
internal sealed record Attempt(HttpRequestMessage Request, params string[] Secrets)
{
    /// <summary>Gets the generation of the token in the request.</summary>
    public int TokenGeneration { get; init; }
}
