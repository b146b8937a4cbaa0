using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>The page: its template, style and script, and the policy that permits nothing else.</summary>
internal static class ReportPage
{
    private const string DataMark = "{{data}}";

    // In the order in which they use each other.
    private static readonly string[] Modules = ["text.js", "dom.js", "data.js", "filter.js", "charts.js", "table.js", "gallery.js", "details.js", "changes.js", "page.js"];

    private static readonly Lazy<string> Template = new(() => Read("report.html"));

    private static readonly Lazy<string> StyleSheet = new(() => Regex.Replace(Remove(Read("report.css"), @"/\*.*?\*/"), @"\s*([{};,])\s*|(:)\s+", "$1$2").Trim());

    private static readonly Lazy<string> Code = new(() => string.Join("\n", Modules.Select(module => ToInline(Read(module)))));

    /// <summary>Gets the style.</summary>
    public static string Style => StyleSheet.Value;

    /// <summary>Gets the script: the modules one after the other.</summary>
    public static string Script => Code.Value;

    /// <summary>Returns the parts of the page before and after the data.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="title">The title.</param>
    /// <param name="embedsCovers">Whether the page contains the covers, so that it loads nothing.</param>
    public static (string Before, string After) Create(ReportTexts texts, string title, bool embedsCovers)
    {
        var policy = $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src {(embedsCovers ? "data:" : "http: https: data:")}; base-uri 'none'; form-action 'none'";
        var mark = Template.Value.IndexOf(DataMark, StringComparison.Ordinal);
        return (Fill(Template.Value.Substring(0, mark)), Fill(Template.Value.Substring(mark + DataMark.Length)));

        string Fill(string part) => Regex.Replace(part, "{{(?<name>[A-Za-z.]+)}}", match => match.Groups["name"].Value switch
        {
            "language" => texts.Language.Name,
            "policy" => policy,
            "title" => WebUtility.HtmlEncode(title),
            "style" => Style,
            "script" => Script,
            var name => WebUtility.HtmlEncode(texts[name]),
        });
    }

    /// <summary>Returns the hash of an element's content as a source of a Content-Security-Policy.</summary>
    public static string Hash(string content)
    {
        using var sha = SHA256.Create();
        return $"sha256-{Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(content)))}";
    }

    // Modules that are loaded by their addresses would be requests, so each becomes a function that returns what it exports.
    private static string ToInline(string module)
    {
        var exports = Regex.Matches(module, @"^export (const|function|async function) (?<name>\w+)", RegexOptions.Multiline).Cast<Match>().Select(match => match.Groups["name"].Value).ToList();
        var code = WithoutIndent(Remove(Remove(Remove(module, @"^import\b[^;]*;\n"), "^export "), @"^\s*//.*\n"));
        return exports.Count == 0 ? code : $"const {{ {string.Join(", ", exports)} }} = (() => {{\n{code}\nreturn {{ {string.Join(", ", exports)} }};\n}})();";
    }

    private static string Remove(string text, string pattern) => Regex.Replace(text, pattern, "", RegexOptions.Multiline);

    // No text of the style or script contains a line end.
    private static string WithoutIndent(string text) => Remove(text, @"^\s+").Trim();

    private static string Read(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"Report/{name}")!;
        using var reader = new StreamReader(stream);

        // A browser hashes the content after it has replaced line ends.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
