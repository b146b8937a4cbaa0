using Xunit.Abstractions;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The Desktop folder asks .NET Framework 4.7.2 for no type and no member that it lacks.</summary>
public sealed class FrameworkSurfaceTests(ITestOutputHelper output)
{
    private static readonly FrameworkSurface Framework = new(Repository.NetFramework);

    [Fact]
    public void Nothing_is_asked_for_that_NET_Framework_lacks()
    {
        var lacking = Lacks(Path.Combine(Repository.Module, "Desktop"), out var asked);
        output.WriteLine($"{asked} types and members asked for, {lacking.Count} lacking");
        Assert.True(asked > 1000);
        Assert.Empty(lacking);
    }

    [Fact]
    public void The_check_sees_what_came_later()
    {
        // The edition for PowerShell 7 asks assemblies of the same names for more than .NET Framework's have.
        var lacking = Lacks(Path.Combine(Repository.Module, "Core"), out _);
        Assert.Contains(lacking, name => name.Contains("System.String.Contains`0(2)", StringComparison.Ordinal) || name.Contains("System.Net.Http.SocketsHttpHandler", StringComparison.Ordinal));
    }

    private static List<string> Lacks(string folder, out int asked)
    {
        asked = 0;
        var all = new List<string>();
        foreach (var path in Directory.GetFiles(folder, "*.dll"))
        {
            all.AddRange(Framework.Lacks(path, out var own).Select(name => $"{Path.GetFileName(path)}: {name}"));
            asked += own;
        }

        return all;
    }
}
