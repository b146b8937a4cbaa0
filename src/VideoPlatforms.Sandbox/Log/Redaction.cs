namespace VideoPlatforms.Sandbox.Log;

/// <summary>Redacts secrets in the request log.</summary>
internal static class Redaction
{
    private static readonly HashSet<string> SecretNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "sign", "password", "consoleToken", "access_token", "secret_key", "authorization", "proxy-authorization", "cookie",
    };

    public static IReadOnlyDictionary<string, string> Apply(IReadOnlyDictionary<string, string> values)
    {
        var shown = new Dictionary<string, string>(
            values is Dictionary<string, string> dictionary ? dictionary.Comparer : StringComparer.Ordinal);
        foreach (var pair in values)
        {
            shown[pair.Key] = SecretNames.Contains(pair.Key) ? "***" : pair.Value;
        }

        return shown;
    }
}
