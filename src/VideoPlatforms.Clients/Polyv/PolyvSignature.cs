using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Polyv VOD's signature (document 001).</summary>
internal static class PolyvSignature
{
    /// <summary>
    /// Upper-case hex SHA-1 over the UTF-8 of <c>name=value</c> joined by <c>&amp;</c>, names in ordinal order, values raw,
    /// and the secret key at the end.
    /// </summary>
    public static string Sign(IEnumerable<ApiParameter> parameters, Secret secretKey)
    {
        var pairs = parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name}={parameter.Value}");
        return Digest.Sha1(string.Join("&", pairs) + secretKey.Reveal());
    }
}
