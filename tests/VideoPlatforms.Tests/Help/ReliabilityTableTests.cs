using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Help;

/// <summary>Every test in docs/reliability.md exists, and every row names a test.</summary>
public sealed partial class ReliabilityTableTests
{
    private static readonly string[] Rows =
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "reliability.md")).TakeWhile(line => !line.StartsWith("## A million", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.EndsWith("| shown by |", StringComparison.Ordinal))];

    private static readonly ILookup<string, Type> Classes = typeof(ReliabilityTableTests).Assembly.GetTypes().ToLookup(type => type.Name);

    public static TheoryData<string> Named => [.. Rows.SelectMany(row => Names().Matches(LastCell(row)).Select(match => match.Groups[1].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void Named_test_exists(string name)
    {
        if (name.Split(".Tests.ps1: ") is [var file, var test])
        {
            var path = Path.Combine(Repository.Root, "tests", "Pester", file + ".Tests.ps1");
            Assert.Contains($"It '{test}'", File.ReadAllText(path), StringComparison.Ordinal);
            return;
        }

        var parts = name.Split('.');
        Assert.Contains(Classes[parts[0]], type => type.GetMethod(parts[1]) is { } method && method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length == 1);
    }

    [Fact]
    public void Every_row_names_a_test()
    {
        Assert.InRange(Rows.Length, 60, 200);
        Assert.All(Rows, row => Assert.Matches(Names(), LastCell(row)));
    }

    private static string LastCell(string row) => row.TrimEnd('|', ' ').Split(" | ")[^1];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
