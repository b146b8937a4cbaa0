using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Polyv VOD: every call is a GET with its parameters and their signature in the query (document 001).</summary>
internal sealed class PolyvProtocol(string userId, Secret secretKey, SessionClock clock) : PlatformProtocol(PolyvPlatform.Description)
{
    /// <inheritdoc/>
    public override string Account => userId;

    /// <inheritdoc/>
    public override IEnumerable<Secret> Secrets => [secretKey];

    /// <inheritdoc/>
    public override IReadOnlyList<IRecovery> Recoveries { get; } = [clock];

    /// <inheritdoc/>
    public override Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now)
    {
        ApiParameters parameters = [.. call.Parameters];
        parameters.Add("ptime", now.ToUnixTimeMilliseconds());
        var signature = PolyvSignature.Sign(parameters, secretKey);
        parameters.Add("sign", signature);
        return new(new(call.Method, new Uri(address, $"{call.Path}?{parameters.Encode()}")), signature);
    }
}
