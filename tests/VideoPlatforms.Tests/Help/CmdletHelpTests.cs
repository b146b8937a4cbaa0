using System.Text.RegularExpressions;
using System.Xml.Linq;
using static VideoPlatforms.Tests.Help.HelpFiles;

namespace VideoPlatforms.Tests.Help;

public sealed partial class CmdletHelpTests
{
    private static readonly Regex ErrorId = new($@"\b(?:{string.Join('|', Enum.GetNames<Platform>())}|VideoPlatforms|Sandbox)\.[A-Z][A-Za-z]+");

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var culture in Cultures)
            {
                foreach (var cmdlet in Cmdlets.Keys.Order(StringComparer.Ordinal))
                {
                    pages.Add(culture, cmdlet);
                }
            }

            return pages;
        }
    }

    [Fact]
    public void Manifest_exports_exactly_the_cmdlets_of_the_assembly()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "VideoPlatforms.psd1"));
        var exported = Name().Matches(CmdletsToExport().Match(manifest).Groups[1].Value).Select(match => match.Groups[1].Value);

        Assert.Equal(Cmdlets.Keys.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_has_exactly_one_page_in_every_language() =>
        Assert.All(Cultures, culture => Assert.Equal(Cmdlets.Keys.Order(StringComparer.Ordinal), PagesOf(culture).Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_has_a_synopsis_a_description_inputs_and_outputs(string culture, string cmdlet)
    {
        var page = Page(culture, cmdlet);

        Assert.NotEmpty(Text(page.Element(Command + "details")!.Element(Maml + "description")));
        Assert.NotEmpty(Text(page.Element(Maml + "description")));
        Assert.All(page.Descendants(Command + "inputType").Concat(page.Descendants(Command + "returnValue")), type =>
        {
            Assert.NotEmpty(type.Element(Dev + "type")!.Value.Trim());
            Assert.NotEmpty(Text(type.Element(Maml + "description")));
        });
        Assert.NotEmpty(page.Descendants(Command + "inputType"));
        Assert.NotEmpty(page.Descendants(Command + "returnValue"));
        Assert.NotEmpty(page.Descendants(Maml + "alert").Select(Text).Single());
        Assert.NotEmpty(page.Descendants(Maml + "linkText"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_describes_every_parameter(string culture, string cmdlet)
    {
        var described = Page(culture, cmdlet).Element(Command + "parameters")!.Elements(Command + "parameter")
            .ToDictionary(parameter => parameter.Element(Maml + "name")!.Value, parameter => Text(parameter.Element(Maml + "description")));

        Assert.Equal(ParametersOf(Cmdlets[cmdlet]).Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Value), $"-{parameter.Key} is not described."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_documents_pipeline_input_and_aliases_of_every_parameter(string culture, string cmdlet)
    {
        var documented = Page(culture, cmdlet).Element(Command + "parameters")!.Elements(Command + "parameter")
            .ToDictionary(parameter => parameter.Element(Maml + "name")!.Value, parameter => (parameter.Attribute("pipelineInput")!.Value, parameter.Attribute("aliases")!.Value));

        Assert.All(DeclaredBy(Cmdlets[cmdlet]), property => Assert.Equal((PipelineInputOf(property), AliasesOf(property)), documented[property.Name]));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_has_at_least_two_complete_examples(string culture, string cmdlet)
    {
        var examples = Page(culture, cmdlet).Descendants(Command + "example").ToList();

        Assert.True(examples.Count >= 2, $"{cmdlet} has {examples.Count} examples.");
        Assert.All(examples, example =>
        {
            Assert.NotEmpty(example.Element(Maml + "title")!.Value.Trim(' ', '-'));
            Assert.NotEmpty(example.Element(Dev + "code")!.Value.Trim());
            Assert.NotEmpty(Text(example.Element(Dev + "remarks")));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_names_existing_error_ids_and_the_error_topic(string culture, string cmdlet)
    {
        var notes = Page(culture, cmdlet).Descendants(Maml + "alert").Select(Text).Single();
        var named = ErrorId.Matches(notes).Select(match => match.Value).ToList();

        Assert.Empty(named.Except(ErrorIds));
        Assert.True(named.Count == 0 || notes.Contains("about_VideoPlatforms_Errors", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Both_languages_have_the_same_structure(string culture, string cmdlet)
    {
        var page = Page(culture, cmdlet);
        var english = Page("en-US", cmdlet);

        Assert.Equal(english.Descendants(Command + "example").Count(), page.Descendants(Command + "example").Count());
        Assert.Equal(Paragraphs(english), Paragraphs(page));
        Assert.Equal(Errors(english), Errors(page));
        Assert.Equal(english.Descendants(Dev + "type").Select(type => type.Value), page.Descendants(Dev + "type").Select(type => type.Value));

        static IEnumerable<string> Errors(XElement page) =>
            ErrorId.Matches(page.Descendants(Maml + "alert").Select(Text).Single()).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        static int Paragraphs(XElement page) => Text(page.Element(Maml + "description")).Split("\n\n").Length;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Chinese_page_is_in_Chinese(string culture, string cmdlet)
    {
        if (culture != "zh-CN")
        {
            return;
        }

        var page = Page(culture, cmdlet);
        var texts = page.Descendants(Maml + "description").Concat(page.Descendants(Dev + "remarks")).Select(Text).Where(text => text.Length > 0);

        Assert.All(texts, text => Assert.Matches(Chinese(), text));
        Assert.All(page.Descendants(Maml + "title"), title => Assert.Matches(Chinese(), title.Value));
    }

    [Fact]
    public void No_file_contains_placeholders_Markdown_or_machine_paths()
    {
        foreach (var culture in Cultures)
        {
            var pages = Directory.GetFiles(InDocs(culture, ""), "*.md");
            var generated = Directory.GetFiles(InModule(culture, ""));
            Assert.Equal(Cmdlets.Count + Topics.Length, pages.Length);
            Assert.Equal(1 + Topics.Length, generated.Length);
            Assert.All(pages.Concat(generated), file =>
            {
                var text = File.ReadAllText(file);
                Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(MachinePath(), text);
            });
            Assert.All(generated, file => Assert.DoesNotContain("`", File.ReadAllText(file), StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\(([^)]*)\)")]
    private static partial Regex CmdletsToExport();

    [GeneratedRegex(@"'([^']+)'")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?i)/(?:home|users|root|mnt)/|[a-z]:\\users")]
    private static partial Regex MachinePath();
}
