using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>Computes the signature of Polyv Live as its document describes it, independently of the client.</summary>
internal static class PolyvLiveSignature
{
    /// <summary>Returns the upper-case MD5 of the secret, the sorted, non-empty parameters and the secret again.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        var pairs = parameters
            .Where(parameter => parameter.Key != "sign" && !string.IsNullOrWhiteSpace(parameter.Value))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => parameter.Key + parameter.Value);
        return Digest.Md5(secret + string.Concat(pairs) + secret);
    }
}
