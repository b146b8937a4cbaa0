using System.Text;
using System.Text.RegularExpressions;
using VideoPlatforms.AllPlatforms.Report;

namespace VideoPlatforms.Tests.Reports;

/// <summary>The page itself: its policy, size and texts.</summary>
public sealed partial class ReportPageTests : ReportTest
{
    private const int MaxTemplateBytes = 60_000;

    [Theory]
    [InlineData(false, "img-src http: https: data:")]
    [InlineData(true, "img-src data:")]
    public async Task Policy_permits_the_script_and_style_of_the_page_and_nothing_else(bool embedCover, string pictures)
    {
        var report = await ReportAsync([], InLanguage("en-US", embedCover));

        Assert.Equal(
            $"default-src 'none'; script-src '{ReportPage.Hash(report.Script)}'; style-src '{ReportPage.Hash(report.Style)}'; {pictures}; base-uri 'none'; form-action 'none'",
            report.Policy);
        Assert.Equal(-1, report.Html.IndexOf('\r'));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public async Task Page_without_videos_is_small(string culture)
    {
        var report = await ReportAsync([], InLanguage(culture));

        Assert.InRange(new FileInfo(report.Path).Length, MaxTemplateBytes / 2, MaxTemplateBytes + TextBytes(culture));
        Assert.InRange(Encoding.UTF8.GetByteCount(report.Html[..report.Html.IndexOf("<script", StringComparison.Ordinal)] + report.Script), MaxTemplateBytes / 2, MaxTemplateBytes);
    }

    [Fact]
    public async Task Page_has_no_inline_handlers_styles_or_foreign_addresses()
    {
        var report = await ReportAsync([]);

        Assert.DoesNotMatch(@"<[^>]*\s(style|on\w+)\s*=", report.Html[..report.Html.IndexOf("<script", StringComparison.Ordinal)].Replace(report.Style, "", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function|setTimeout|localStorage|fetch|XMLHttpRequest|import)\s*[(=]", report.Script);
        Assert.DoesNotMatch("@import|url\\(", report.Style);
        Assert.Equal(["http://www.w3.org/2000/svg"], Address().Matches(report.Html).Select(match => match.Value).Distinct());
    }

    [Fact]
    public void Both_languages_have_every_text()
    {
        var english = new ReportTexts(ReportLanguage.English).All;
        var chinese = new ReportTexts(ReportLanguage.Chinese).All;

        Assert.Equal(english.Keys, chinese.Keys);
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(chinese[text.Key])));
        Assert.InRange(english.Count(text => text.Value != chinese[text.Key]), english.Count - 10, english.Count);
    }

    [Fact]
    public void Every_text_that_the_page_uses_exists_and_every_text_is_used()
    {
        var texts = new ReportTexts(ReportLanguage.English).All;
        var source = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src", "VideoPlatforms", "AllPlatforms", "Report", "Page")).Select(File.ReadAllText));
        var used = TextUse().Matches(source).Select(match => match.Groups["name"].Value).Where(name => name is not ("language" or "policy" or "title" or "style" or "script" or "data")).ToHashSet();

        Assert.All(used, name => Assert.True(texts.ContainsKey(name), name));

        // The others are looked up by the name of a platform, state, kind of change or property, or by a name in a list.
        Assert.All(
            texts.Keys.Where(name => !name.Contains('.', StringComparison.Ordinal) && name != "DefaultTitle"),
            name => Assert.True(used.Contains(name) || source.Contains($"'{name}'", StringComparison.Ordinal), name));
        Assert.All(Enum.GetNames<Platform>(), name => Assert.True(texts.ContainsKey($"Platform.{name}"), name));
        Assert.All(Enum.GetNames<VideoState>(), name => Assert.True(texts.ContainsKey($"State.{name}") && texts.ContainsKey($"State.{name}.Text"), name));
        Assert.All(Enum.GetNames<InventoryChangeKind>(), name => Assert.True(texts.ContainsKey($"Change.{name}"), name));
        Assert.All(ReportColumns.Details, column => Assert.True(texts.ContainsKey($"Field.{column.Name}"), column.Name));
    }

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("zh-Hans", "zh-CN")]
    [InlineData("en-GB", "en-US")]
    [InlineData("de-DE", "en-US")]
    [InlineData("", "en-US")]
    public void Chinese_cultures_get_Chinese_and_all_others_English(string culture, string language) =>
        Assert.Equal(language, ReportLanguage.Of(new(culture)).Name);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Title_stays_text(string title)
    {
        var report = await ReportAsync([], options => options with { Title = title });

        var expected = title.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
        Assert.Contains($"<title>{expected}</title>", report.Html, StringComparison.Ordinal);
        Assert.Equal(title, report.Summary.GetProperty("title").GetString());
    }

    public static TheoryData<string> Titles => ["</title><script>alert(1)</script>", "{{data}}{{script}}", "\" onload=\"alert(1)", "季度 & 总结"];

    // The texts come in addition to the template.
    private static long TextBytes(string culture) => new ReportTexts(new(culture)).All.Sum(text => text.Key.Length + (text.Value.Length * 6) + 6) + 3000;

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"https?://[^\s'""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\btext\('(?<name>[A-Za-z.]+)'|\{\{(?<name>[A-Za-z.]+)\}\}")]
    private static partial Regex TextUse();
}
