using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Reports;

/// <summary>A report as a browser reads it: its elements, and the data that the script unpacks.</summary>
internal sealed partial class ReportDocument
{
    public ReportDocument(string path)
    {
        Path = path;
        Html = File.ReadAllText(path);
        Summary = JsonDocument.Parse(Content("application/json\" id=\"summary")).RootElement;
        using var stream = new DeflateStream(new MemoryStream(Convert.FromBase64String(Content("text/plain\" id=\"data"))), CompressionMode.Decompress);
        Lines = [.. new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public string Path { get; }

    public string Html { get; }

    public JsonElement Summary { get; }

    public IReadOnlyList<JsonElement> Lines { get; }

    /// <summary>The policy without its markup.</summary>
    public string Policy => WebUtility.HtmlDecode(PolicyOf().Match(Html).Groups[1].Value);

    public string Style => StyleOf().Match(Html).Groups[1].Value;

    public string Script => Content("module");

    public IReadOnlyList<JsonElement> Changes => [.. Lines.Where(line => line.TryGetProperty("changes", out _)).SelectMany(line => line.GetProperty("changes").EnumerateArray())];

    /// <summary>The lines of the covers.</summary>
    public string[] Pictures => Content("text/plain\" id=\"pictures").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The values of a column of all videos.</summary>
    public IEnumerable<JsonElement> Column(string name) =>
        Lines.Where(line => line.TryGetProperty("n", out _)).SelectMany(line => line.GetProperty(name).EnumerateArray());

    public IEnumerable<string?> Texts(string name) => Column(name).Select(value => value.GetString());

    /// <summary>The addresses of a column, in which the ID is replaced by a mark.</summary>
    public IEnumerable<string?> Addresses(string name) => Texts(name).Zip(Texts("id"), (address, id) => address?.Replace("\u0001", id, StringComparison.Ordinal));

    public long[] Numbers(string name) => [.. Summary.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];

    // Everything up to the first end tag, as a browser does.
    private string Content(string type)
    {
        var start = Html.IndexOf($"<script type=\"{type}\">", StringComparison.Ordinal);
        start = Html.IndexOf('>', start) + 1;
        return Html[start..Html.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase)];
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")]
    private static partial Regex PolicyOf();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleOf();
}
