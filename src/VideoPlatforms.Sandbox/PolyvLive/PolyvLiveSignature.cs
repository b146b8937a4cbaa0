using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>The signature of Polyv Live, as its rules describe it.</summary>
internal static class PolyvLiveSignature
{
    /// <summary>Upper-case MD5 of the sorted, non-blank parameters between two copies of the secret.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        var pairs = parameters
            .Where(parameter => parameter.Key != "sign" && !string.IsNullOrWhiteSpace(parameter.Value))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => parameter.Key + parameter.Value);
        return Digest.Md5(secret + string.Concat(pairs) + secret);
    }
}
