using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Computes the signature of Polyv Live (document 002).</summary>
internal static class PolyvLiveSignature
{
    /// <summary>
    /// Returns the upper-case hex MD5 of the secret, the names and unencoded values of the parameters in ordinal order of the names
    /// without separators, and the secret again, in UTF-8.
    /// </summary>
    public static string Sign(IEnumerable<ApiParameter> parameters, Secret appSecret)
    {
        var pairs = parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Name + parameter.Value);
        return Digest.Md5(appSecret.Reveal() + string.Concat(pairs) + appSecret.Reveal());
    }
}
