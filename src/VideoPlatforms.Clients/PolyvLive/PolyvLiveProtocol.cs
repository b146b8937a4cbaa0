using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Polyv Live: every call is a GET with its parameters and their signature in the query (document 002).</summary>
internal sealed class PolyvLiveProtocol(string appId, Secret appSecret, SessionClock clock) : PlatformProtocol(PolyvLivePlatform.Description)
{
    /// <inheritdoc/>
    public override string Account => appId;

    /// <inheritdoc/>
    public override IEnumerable<Secret> Secrets => [appSecret];

    /// <inheritdoc/>
    public override IReadOnlyList<IRecovery> Recoveries { get; } = [clock];

    /// <inheritdoc/>
    public override Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now)
    {
        ApiParameters parameters = [.. call.Parameters];
        parameters.Add("appId", appId);
        parameters.Add("timestamp", now.ToUnixTimeMilliseconds());
        var signature = PolyvLiveSignature.Sign(parameters, appSecret);
        parameters.Add("sign", signature);
        return new(new(call.Method, new Uri(address, $"{call.Path}?{parameters.Encode()}")), signature);
    }
}
