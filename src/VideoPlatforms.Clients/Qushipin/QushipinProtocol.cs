using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// Qushipin App Server: values in the query or in a form, and a token among them (document 003). The document spells it
/// <c>consoletoken</c>, the servers read <c>consoleToken</c>: both are sent.
/// </summary>
/// <param name="userName">Who logs in; for a session that only has a token, what stands for it.</param>
/// <param name="password">The password; null where the session only has a token.</param>
/// <param name="tokens">Holds the token.</param>
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

        // A log-out is anonymous, yet has the token among its parameters.
        return token is null ? new(request) : new(request, token) { TokenGeneration = generation };
    }
}
