using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Computes the signature of Polyv VOD (document 001).</summary>
internal static class PolyvSignature
{
    /// <summary>
    /// Returns the upper-case hex SHA-1 of <c>name=value</c> joined by <c>&amp;</c> in UTF-8, with ordinally sorted names and
    /// unencoded values, followed by the secret key.
    /// </summary>
    public static string Sign(IEnumerable<ApiParameter> parameters, Secret secretKey)
    {
        var pairs = parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name}={parameter.Value}");
        return Digest.Sha1(string.Join("&", pairs) + secretKey.Reveal());
    }
}
