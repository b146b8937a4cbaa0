using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Computes the signature of Polyv VOD as its document describes it, independently of the client.</summary>
internal static class PolyvSignature
{
    /// <summary>Returns the upper-case SHA-1 of the sorted, non-empty parameters and the secret key.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secretKey)
    {
        var pairs = parameters
            .Where(parameter => parameter.Key != "sign" && !string.IsNullOrWhiteSpace(parameter.Value))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={parameter.Value}");
        return Digest.Sha1(string.Join("&", pairs) + secretKey);
    }
}
