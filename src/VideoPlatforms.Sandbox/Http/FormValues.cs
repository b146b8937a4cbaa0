using System.Net;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Reads <c>a=1&amp;b=2</c>, as a query and a form body spell values.</summary>
internal static class FormValues
{
    /// <summary>Names are case-sensitive, and of a name given twice the first value counts.</summary>
    public static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(['='], 2);
            var name = WebUtility.UrlDecode(parts[0]);
            if (!values.ContainsKey(name))
            {
                values.Add(name, parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "");
            }
        }

        return values;
    }
}
