using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Help;

/// <summary>Windows PowerShell 5.1 has another default encoding for text files, so every example specifies the encoding.</summary>
public sealed partial class EncodingTests
{
    public static TheoryData<string> Pages
    {
        get
        {
            var docs = Path.Combine(Repository.Root, "docs");
            var pages = new TheoryData<string> { "README.md", "README.zh-CN.md", Path.Combine("src", "VideoPlatforms.Demo", "demo.ps1") };
            foreach (var file in HelpFiles.Cultures.SelectMany(culture => Directory.GetFiles(Path.Combine(docs, culture), "*.md")))
            {
                pages.Add(Path.GetRelativePath(Repository.Root, file));
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_specifies_an_encoding_that_works_in_both_editions(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        var code = page.EndsWith(".ps1", StringComparison.Ordinal) ? text : string.Join('\n', Block().Matches(text).Select(block => block.Groups[1].Value));

        Assert.All(
            code.Split('\n').Where(line => TextFile().IsMatch(line)),
            line => Assert.Contains("-Encoding utf8", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Examples_with_text_files_exist() =>
        Assert.True(((IEnumerable<object[]>)Pages).Count(row => TextFile().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, (string)row[0])))) > 10);

    [Theory]
    [InlineData("en-US", "question marks")]
    [InlineData("zh-CN", "问号")]
    public void About_topic_explains_the_encoding(string culture, string why)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", culture, "about_VideoPlatforms.md"));

        Assert.Contains("-Encoding utf8", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\b(Export-Csv|Import-Csv|Out-File|Set-Content|Add-Content|Get-Content) ")]
    private static partial Regex TextFile();
}
