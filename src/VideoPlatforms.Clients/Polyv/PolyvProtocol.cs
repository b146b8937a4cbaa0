using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>
/// Implements the protocol of Polyv VOD: every call is a GET with its parameters and signature in the query (document 001).
/// </summary>
internal sealed class PolyvProtocol(string userId, Secret secretKey, SessionClock clock) : PlatformProtocol
{
    private static readonly HashSet<string> Loggable =
        ["email", "orderType", "cataid", "containSubCata", "published", "page", "pageSize"];

    /// <inheritdoc/>
    public override Platform Platform => Platform.Polyv;

    /// <inheritdoc/>
    public override string Account => userId;

    /// <inheritdoc/>
    public override Uri PublicAddress { get; } = new("https://api.polyv.net");

    /// <summary>Gets the default limit. The platform blocks an IP address for five minutes after 1500 requests in 10 seconds.</summary>
    public override double DefaultRequestsPerSecond => 100;

    /// <inheritdoc/>
    public override ErrorMap Failures => PolyvErrors.Table;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> LoggableNames => Loggable;

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
