using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>The tables of docs/documents.md.</summary>
internal sealed partial class DocumentMap
{
    private DocumentMap(string text) => Sections = [.. SectionHead().Split(text).Skip(1).Select(section => new Section(section))];

    /// <summary>One section for each document, and one for the common parameters.</summary>
    public IReadOnlyList<Section> Sections { get; }

    public IReadOnlyList<Section> Documents => [.. Sections.Where(section => section.Number is not null)];

    public Section Common => Sections.Single(section => section.Number is null);

    /// <summary>Every text in backquotes.</summary>
    public IEnumerable<string> Mentions => Sections.SelectMany(section => Quoted(section.Text));

    public static DocumentMap Read() => new(File.ReadAllText(Path.Combine(Repository.Root, "docs", "documents.md")));

    /// <summary>The texts in backquotes.</summary>
    public static IEnumerable<string> Quoted(string text) => Quotation().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex SectionHead();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quotation();

    /// <summary>The tables of a document, by the header of their first column.</summary>
    internal sealed class Section
    {
        private readonly Dictionary<string, List<string[]>> _tables = [];

        public Section(string text)
        {
            Text = text;
            var name = text.Split('\n')[0].Split(':')[0];
            Number = name.Length == 3 ? name : null;
            List<string[]>? table = null;
            foreach (var line in text.Split('\n'))
            {
                if (!line.StartsWith('|'))
                {
                    table = null;
                }
                else if (table is null)
                {
                    _tables.Add(Cells(line)[0], table = []);
                }
                else if (!line.StartsWith("| ---", StringComparison.Ordinal))
                {
                    table.Add(Cells(line));
                }
            }
        }

        public string Text { get; }

        /// <summary>The number of the document; null for the section of common parameters.</summary>
        public string? Number { get; }

        public IReadOnlyList<string[]> Calls => _tables["call"];

        public IReadOnlyList<string[]> Requests => _tables["request parameter"];

        public IReadOnlyList<string[]> Responses => _tables["response field"];

        public IReadOnlyList<string[]> States => _tables["status"];

        public IReadOnlyList<string[]> Errors => _tables["code"];

        public IReadOnlyList<string[]> Cmdlets => _tables["cmdlets"];

        /// <summary>The names in the first column of a table.</summary>
        public static HashSet<string> Names(IEnumerable<string[]> rows) => [.. rows.SelectMany(row => Quoted(row[0]))];

        private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
    }
}
