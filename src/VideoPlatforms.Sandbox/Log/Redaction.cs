namespace VideoPlatforms.Sandbox.Log;

/// <summary>Redacts secrets in the request log.</summary>
/// <param name="names">The names of the parameters and headers that contain secrets.</param>
internal sealed class Redaction(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = new([.. names, "proxy-authorization", "cookie"], StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> Apply(IReadOnlyDictionary<string, string> values)
    {
        var shown = new Dictionary<string, string>(
            values is Dictionary<string, string> dictionary ? dictionary.Comparer : StringComparer.Ordinal);
        foreach (var pair in values)
        {
            shown[pair.Key] = _names.Contains(pair.Key) ? "***" : pair.Value;
        }

        return shown;
    }
}
