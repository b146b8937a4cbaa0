using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// Implements the protocol of Qushipin App Server: parameters, including a token, in the query or in a form (document 003). The
/// document names the token <c>consoletoken</c>, the servers read <c>consoleToken</c>: both are sent.
/// </summary>
/// <param name="userName">The user who logs in; a placeholder if the session only has a token.</param>
/// <param name="password">The password; null if the session only has a token.</param>
/// <param name="tokens">The cache of the token.</param>
internal sealed class QushipinProtocol(string userName, Secret? password, TokenCache tokens) : PlatformProtocol(QushipinPlatform.Description)
{
    private readonly PostFallback _fallback = new("submitTranscode", "submitTabTranscode", "createAudit");
    private IReadOnlyList<IRecovery>? _recoveries;

    /// <inheritdoc/>
    public override string Account => userName;

    /// <inheritdoc/>
    public override IEnumerable<Secret> Secrets => password is null ? [] : [password];

    /// <inheritdoc/>
    public override IReadOnlyList<IRecovery> Recoveries => _recoveries ??= [tokens, _fallback];

    /// <inheritdoc/>
    public override TokenCache Tokens => tokens;

    /// <inheritdoc/>
    public override Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now)
    {
        ApiParameters parameters = [.. call.Parameters];
        var generation = tokens.Generation;
        var token = tokens.Current?.Reveal();
        if (!call.IsAnonymous)
        {
            parameters.Add("consoletoken", token);
            parameters.Add("consoleToken", token);
        }

        var method = _fallback.MethodOf(call);
        var request = method == HttpMethod.Get
            ? new HttpRequestMessage(method, new Uri(address, $"{call.Path}?{parameters.Encode()}"))
            : new HttpRequestMessage(method, new Uri(address, call.Path)) { Content = RequestBody.Form(parameters) };

        // The signOut call is anonymous, but its parameters contain the token.
        return token is null ? new(request) : new(request, token) { TokenGeneration = generation };
    }
}
