using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>
/// The workflows, which run only on the repository's host, and the links and paths in the documentation. Each check is also shown
/// to find what it is meant to find.
/// </summary>
public sealed partial class WorkflowTests
{
    private static readonly string Workflows = Path.Combine(Repository.Root, ".github", "workflows");

    private static readonly string[] FrontPages = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md"];

    public static TheoryData<string> Pages =>
    [
        .. new[] { ".", "docs", ".github" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    public static TheoryData<string> PagesWithPaths => [.. FrontPages];

    [Fact]
    public void Ci_tests_every_supported_PowerShell()
    {
        var ci = Read("ci.yml");
        var matrix = MatrixRow().Matches(ci).Select(row => $"{row.Groups["powershell"].Value} {row.Groups["os"].Value}");

        Assert.Equal(["7.4 ubuntu", "7.4 windows", "7.6 macos", "7.6 ubuntu", "7.6 windows"], matrix.Order(StringComparer.Ordinal));
        Assert.Contains("shell: powershell", JobsOf(ci)["windows-powershell"], StringComparison.Ordinal);
        Assert.Contains("'5.1.*'", JobsOf(ci)["windows-powershell"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ci_builds_once_and_tests_that_build()
    {
        var jobs = JobsOf(Read("ci.yml"));

        Assert.Equal(["build"], jobs.Where(job => job.Value.Contains("-Task Build", StringComparison.Ordinal)).Select(job => job.Key));
        Assert.All(jobs.Where(job => job.Key != "build"), job =>
        {
            Assert.Contains("needs: build", job.Value, StringComparison.Ordinal);
            Assert.Contains("actions/download-artifact@", job.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Ci_runs_the_test_command_of_the_readme()
    {
        Assert.Matches("(?m)^dotnet test ", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
        Assert.Contains("run: dotnet test ", Read("ci.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Release_publishes_what_ci_tested_and_only_after_review()
    {
        var jobs = JobsOf(Read("release.yml"));

        Assert.Contains("uses: ./.github/workflows/ci.yml", jobs["ci"], StringComparison.Ordinal);
        Assert.DoesNotContain(jobs.Values, job => job.Contains("-Task Build", StringComparison.Ordinal) || job.Contains("-Task Package\n", StringComparison.Ordinal));
        Assert.Equal(["publish"], jobs.Where(job => job.Value.Contains("secrets.", StringComparison.Ordinal)).Select(job => job.Key));
        Assert.Contains("environment: psgallery", jobs["publish"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci.yml")]
    [InlineData("release.yml")]
    public void Actions_are_pinned_to_commits(string workflow)
    {
        var actions = UsedAction().Matches(Read(workflow)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", action));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Relative_links_lead_to_something(string page) => Assert.Empty(BrokenLinks(page, ReadPage(page)));

    [Theory]
    [InlineData("[a](missing.md)", "missing.md")]
    [InlineData("[a](README.md#no-such-heading)", "README.md#no-such-heading")]
    [InlineData("# One\n[a](#two)", "#two")]
    public void Broken_link_is_found(string text, string link) => Assert.Equal([link], BrokenLinks("page.md", text));

    [Fact]
    public void Links_in_code_and_to_other_sites_are_not_checked() =>
        Assert.Empty(BrokenLinks("page.md", "[a](https://example.com/x) `[a](b)`\n```\n[a](c)\n```\n# A `b` c\n[a](#a-b-c)"));

    [Theory]
    [MemberData(nameof(PagesWithPaths))]
    public void Paths_in_the_text_exist(string page) => Assert.Empty(MissingPaths(ReadPage(page)));

    [Fact]
    public void Missing_path_is_found() =>
        Assert.Equal(["src/Missing.cs"], MissingPaths("`src/Missing.cs`, `src/<Name>/Any.cs`, `docs/*.md`, `out/missing` and `README.md`"));

    private static string Read(string workflow) => File.ReadAllText(Path.Combine(Workflows, workflow)).ReplaceLineEndings("\n");

    private static string ReadPage(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    private static Dictionary<string, string> JobsOf(string workflow) =>
        JobHead().Split(workflow[workflow.IndexOf("\njobs:\n", StringComparison.Ordinal)..])
            .Skip(1)
            .Chunk(2)
            .ToDictionary(job => job[0], job => job[1]);

    private static List<string> BrokenLinks(string page, string text) =>
        [.. Link().Matches(InlineCode().Replace(CodeBlock().Replace(text, ""), "")).Select(match => match.Groups[1].Value).Where(link => !Leads(page, text, link))];

    private static bool Leads(string page, string text, string link)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out _))
        {
            return true;
        }

        var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? null : Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path);
        return target is null || File.Exists(target)
            ? anchor is null || Anchors(target is null ? text : File.ReadAllText(target)).Contains(anchor)
            : Directory.Exists(target);
    }

    /// <summary>The anchors of the headings: lower case, without punctuation, with hyphens for spaces.</summary>
    private static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(CodeBlock().Replace(text, "")).Select(match => Punctuation().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static List<string> MissingPaths(string text) =>
        [.. RepositoryPath().Matches(text).Select(match => match.Groups[1].Value).Where(path => !Path.Exists(Path.Combine(Repository.Root, path)))];

    [GeneratedRegex(@"^ +- os: (?<os>\w+)-latest\n +powershell: '(?<powershell>[\d.]+)'", RegexOptions.Multiline)]
    private static partial Regex MatrixRow();

    [GeneratedRegex("^  ([a-z-]+):$", RegexOptions.Multiline)]
    private static partial Regex JobHead();

    [GeneratedRegex(@"uses: (?!\./)(.+)$", RegexOptions.Multiline)]
    private static partial Regex UsedAction();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("`((?:src|tests|docs|module|examples)/[^`<>*…]+)`")]
    private static partial Regex RepositoryPath();
}
