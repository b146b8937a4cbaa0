using System.Net;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Parses <c>a=1&amp;b=2</c>, the format of a query and of a form body.</summary>
internal static class FormValues
{
    /// <summary>Returns the values by case-sensitive name. If a name occurs twice, the first value is used.</summary>
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
