using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Implements the protocol of Chanjing: JSON bodies and a token in the header <c>access_token</c> (document 000).</summary>
/// <param name="appId">The ID of the application; for a session that has only a token, a placeholder.</param>
/// <param name="secretKey">The secret key of the application; null if the session has only a token.</param>
/// <param name="tokens">The cache that contains the token.</param>
internal sealed class ChanjingProtocol(string appId, Secret? secretKey, TokenCache tokens) : PlatformProtocol
{
    private static readonly HashSet<string> Numbers = ["page", "page_size"];
    private static readonly HashSet<string> Loggable = ["page", "page_size", "id", "app_id"];

    /// <inheritdoc/>
    public override Platform Platform => Platform.Chanjing;

    /// <inheritdoc/>
    public override string Account => appId;

    /// <inheritdoc/>
    public override Uri PublicAddress { get; } = new("https://www.chanjing.cc/api");

    /// <summary>Gets the default limit: the vendor's SDK sends one request per second, and a higher rate results in code 40001.</summary>
    public override double DefaultRequestsPerSecond => 1;

    /// <inheritdoc/>
    public override ErrorMap Failures => ChanjingErrors.Table;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> LoggableNames => Loggable;

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

        // The request for a new token does not contain the old one, but its response can.
        return new(request, token) { TokenGeneration = generation };
    }
}
