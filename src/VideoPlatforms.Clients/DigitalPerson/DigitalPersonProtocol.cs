using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>
/// Implements the protocol of the digital-person platform: parameters in the query and the account in the headers (document 004).
/// The vendor and the customer agree on the text that <c>authorization</c> is computed from; <c>{appId}</c>, <c>{timestamp}</c> and
/// <c>{account}</c> in it are replaced by the values of the other headers of the same request.
/// </summary>
internal sealed class DigitalPersonProtocol(string appId, Secret authorizationText, string? account) : PlatformProtocol(DigitalPersonPlatform.Description)
{
    /// <inheritdoc/>
    public override string Account => account is null ? appId : $"{appId}/{account}";

    /// <inheritdoc/>
    public override IEnumerable<Secret> Secrets => [authorizationText];

    /// <inheritdoc/>
    public override Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var authorization = Authorize(timestamp);
        var query = call.Parameters.Count == 0 ? "" : "?" + call.Parameters.Encode();
        var request = new HttpRequestMessage(call.Method, new Uri(address, call.Path + query));
        request.Headers.TryAddWithoutValidation("authorization", authorization);
        request.Headers.TryAddWithoutValidation("req_from", "C");
        request.Headers.TryAddWithoutValidation("timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("app_id", appId);
        if (account is not null)
        {
            request.Headers.TryAddWithoutValidation("account", account);
        }

        return new(request, authorization);
    }

    /// <summary>Returns the lower-case hex MD5 of the text after its placeholders were replaced.</summary>
    internal string Authorize(string timestamp) =>
        Digest.Md5(authorizationText.Reveal().Replace("{appId}", appId).Replace("{timestamp}", timestamp).Replace("{account}", account ?? "")).ToLowerInvariant();
}
