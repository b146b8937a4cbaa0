using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Chanjing: JSON bodies, and a token in the header <c>access_token</c> (document 000).</summary>
/// <param name="appId">The application ID, or the text that replaces it if the session has only a token.</param>
/// <param name="secretKey">The key of the application; null if the session has only a token.</param>
/// <param name="tokens">Holds the token.</param>
internal sealed class ChanjingProtocol(string appId, Secret? secretKey, TokenCache tokens) : PlatformProtocol(ChanjingPlatform.Description)
{
    private static readonly HashSet<string> Numbers = ["page", "page_size"];

    /// <inheritdoc/>
    public override string Account => appId;

    /// <inheritdoc/>
    public override IEnumerable<Secret> Secrets => secretKey is null ? [] : [secretKey];

    /// <inheritdoc/>
    public override IReadOnlyList<IRecovery> Recoveries { get; } = [tokens];

    /// <inheritdoc/>
    public override TokenCache Tokens => tokens;

    /// <inheritdoc/>
    public override Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now)
    {
        var request = call.Method == HttpMethod.Get
            ? new HttpRequestMessage(call.Method, new Uri(address, $"{call.Path}?{call.Parameters.Encode()}"))
            : new HttpRequestMessage(call.Method, new Uri(address, call.Path)) { Content = RequestBody.Json(call.Parameters, Numbers) };
        var generation = tokens.Generation;
        if (tokens.Current?.Reveal() is not { } token)
        {
            return new(request);
        }

        if (!call.IsAnonymous)
        {
            request.Headers.TryAddWithoutValidation("access_token", token);
        }

        // The call for a new token does not carry the old one, but its response may name it.
        return new(request, token) { TokenGeneration = generation };
    }
}
