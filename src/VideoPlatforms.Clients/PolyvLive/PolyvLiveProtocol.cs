using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>
/// Implements the protocol of Polyv Live: every call is a GET with its parameters and signature in the query (document 002).
/// </summary>
internal sealed class PolyvLiveProtocol(string appId, Secret appSecret, SessionClock clock) : PlatformProtocol
{
    private static readonly HashSet<string> Loggable = ["page", "pageSize", "order", "listType"];

    /// <inheritdoc/>
    public override Platform Platform => Platform.PolyvLive;

    /// <inheritdoc/>
    public override string Account => appId;

    /// <inheritdoc/>
    public override Uri PublicAddress { get; } = new("https://api.polyv.net");

    /// <inheritdoc/>
    public override double DefaultRequestsPerSecond => 20;

    /// <inheritdoc/>
    public override ErrorMap Failures => PolyvLiveErrors.Table;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> LoggableNames => Loggable;

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
