using System.Text.RegularExpressions;
using static VideoPlatforms.Tests.Help.HelpFiles;

namespace VideoPlatforms.Tests.Help;

public sealed partial class AboutTopicTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var culture in Cultures)
            {
                foreach (var topic in Topics)
                {
                    files.Add(culture, topic);
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Topic_has_the_format_of_Get_Help_and_at_most_80_columns(string culture, string topic)
    {
        var lines = File.ReadAllLines(InModule(culture, topic + ".help.txt"));

        Assert.Equal("    " + topic, lines[1]);
        Assert.Empty(lines[2]);
        Assert.StartsWith("    ", lines[4], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(Columns(line) <= 80, $"{Columns(line)} columns: {line}"));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_have_the_same_sections_and_commands(string culture, string topic)
    {
        var english = File.ReadAllLines(InDocs("en-US", topic + ".md"));
        var page = File.ReadAllLines(InDocs(culture, topic + ".md"));

        Assert.Equal(english.Count(IsHeading), page.Count(IsHeading));
        Assert.Equal(Cells(english), Cells(page));

        static bool IsHeading(string line) => line.StartsWith('#');

        // The first cell of a table row contains identifiers; the other cells are text.
        static IEnumerable<string> Cells(string[] lines) =>
            lines.Where(line => line.StartsWith('|')).SelectMany(line => Named().Matches(line.Split('|')[1]).Select(match => match.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Every_error_id_of_the_code_is_documented(string culture)
    {
        foreach (var text in new[] { File.ReadAllText(InDocs(culture, "about_VideoPlatforms_Errors.md")), File.ReadAllText(InModule(culture, "about_VideoPlatforms_Errors.help.txt")) })
        {
            Assert.All(SharedReasons.Concat(PlatformIds).Concat(ModuleIds), id =>
                Assert.True(Regex.IsMatch(text, $@"(?m)^[|\s]+{Regex.Escape(id)}(\s|$)"), $"{id} has no row."));
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Every_documented_error_id_exists_in_the_code(string culture)
    {
        var rows = File.ReadAllLines(InDocs(culture, "about_VideoPlatforms_Errors.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1].Trim().TrimEnd('*', ' '))
            .Where(cell => Reason().IsMatch(cell));

        Assert.Empty(rows.Except([.. SharedReasons, .. PlatformIds, .. ModuleIds]));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Errors_that_end_the_pipeline_are_marked(string culture)
    {
        var rows = File.ReadAllLines(InDocs(culture, "about_VideoPlatforms_Errors.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1].Trim())
            .Where(cell => Reason().IsMatch(cell.TrimEnd('*', ' ')));

        Assert.All(rows, row => Assert.Equal(EndsPipeline(row.TrimEnd('*', ' ')), row.EndsWith('*')));
    }

    private static int Columns(string line) => line.Length + line.Count(character => character is >= '\u2E80' and <= '\uA4CF' or >= '\uFF00' and <= '\uFF60');

    [GeneratedRegex(@"\$[A-Za-z.()]+|[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+|[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z][a-z]+-[A-Z][A-Za-z]+")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(\w+\.)?[A-Z][a-z]\w*[a-z][A-Z]\w*$|^\w+\.\w+$|^Redirected$|^TimedOut$")]
    private static partial Regex Reason();
}
