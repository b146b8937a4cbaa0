using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>The contents of a vendor document: its text and samples.</summary>
internal sealed partial class PublishedDocument
{
    private static readonly string[] Types = ["string", "int", "integer", "long", "list", "object", "boolean", "null", "User", "List<Video>"];
    private static readonly JsonDocumentOptions AsPublished = new() { AllowTrailingCommas = true };

    private PublishedDocument(string number, string file, IReadOnlyList<string> samples)
    {
        Number = number;
        var text = Infrastructure.Documents.Read(file + ".txt");
        Names = [.. NamesOf(text)];
        Calls = [.. CallPath().Matches(text).Select(match => match.Value)];
        Messages = [.. MessageRow().Matches(text).Select(match => match.Groups[1].Value)];
        foreach (var sample in samples)
        {
            using var document = JsonDocument.Parse(Infrastructure.Documents.Read(sample + ".json"), AsPublished);
            Collect(document.RootElement);
        }
    }

    public static IReadOnlyList<PublishedDocument> All { get; } =
        [.. PlatformSamples.All.Select(sample => new PublishedDocument(sample.Description.Document, sample.Document, sample.DocumentSamples))];

    public string Number { get; }

    /// <summary>The parameters and fields in the tables.</summary>
    public HashSet<string> Names { get; }

    /// <summary>The fields in the samples.</summary>
    public HashSet<string> SampleFields { get; } = [];

    /// <summary>The request paths.</summary>
    public HashSet<string> Calls { get; }

    /// <summary>The messages in the error table.</summary>
    public HashSet<string> Messages { get; }

    /// <summary>Some documents have table rows, the others a name on one line and its type on the next line.</summary>
    private static IEnumerable<string> NamesOf(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var isRow = lines[i].Contains(" | ", StringComparison.Ordinal);
            var name = lines[i].Split(" | ")[0];
            var isTyped = i + 1 < lines.Count && Types.Any(type => lines[i + 1].Equals(type, StringComparison.OrdinalIgnoreCase) || lines[i + 1].StartsWith("array ", StringComparison.Ordinal));
            if (Name().IsMatch(name) && (isRow || isTyped))
            {
                // "data.status" is the status in data. "code" is also a column of the error table.
                yield return name.Split('.')[^1];
            }
        }
    }

    private void Collect(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in element.EnumerateObject())
            {
                SampleFields.Add(field.Name);
                Collect(field.Value);
            }
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=url:|\.net|[ \n])/[A-Za-z][A-Za-z0-9/_{}-]{7,}")]
    private static partial Regex CallPath();

    [GeneratedRegex(@"^[45]00 \| ([a-zA-Z][^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex MessageRow();
}
