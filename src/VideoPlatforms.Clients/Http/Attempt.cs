namespace VideoPlatforms.Clients.Http;

/// <summary>One attempt at a call: a request signed for this moment, and the secrets that it carries.</summary>
/// <param name="Request">Sent once and disposed of.</param>
/// <param name="Secrets">Signature or token, to be masked in whatever comes back.</param>
internal sealed record Attempt(HttpRequestMessage Request, params string[] Secrets)
{
    /// <summary>Which of the session's tokens it carries.</summary>
    public int TokenGeneration { get; init; }
}
