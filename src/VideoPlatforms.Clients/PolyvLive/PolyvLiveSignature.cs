using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Polyv Live's signature (document 002).</summary>
internal static class PolyvLiveSignature
{
    /// <summary>
    /// Upper-case hex MD5 over the UTF-8 of the secret, then name and value of each parameter in ordinal order of the names,
    /// values raw and nothing between, and the secret once more.
    /// </summary>
    public static string Sign(IEnumerable<ApiParameter> parameters, Secret appSecret)
    {
        var pairs = parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Name + parameter.Value);
        return Digest.Md5(appSecret.Reveal() + string.Concat(pairs) + appSecret.Reveal());
    }
}
