using Xunit.Abstractions;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The assemblies in the Desktop folder reference only types and members that .NET Framework 4.7.2 has.</summary>
public sealed class FrameworkSurfaceTests(ITestOutputHelper output)
{
    private static readonly FrameworkSurface Framework = new(Repository.NetFramework);

    [Fact]
    public void Desktop_assemblies_reference_only_existing_members()
    {
        var missing = FindMissing(Path.Combine(Repository.Module, "Desktop"), out var referenced);
        output.WriteLine($"{referenced} types and members referenced, {missing.Count} missing");
        Assert.True(referenced > 1000);
        Assert.Empty(missing);
    }

    [Fact]
    public void Members_of_later_versions_are_detected()
    {
        // The Core assemblies reference newer members in assemblies with the same names.
        var missing = FindMissing(Path.Combine(Repository.Module, "Core"), out _);
        Assert.Contains(missing, name => name.Contains("System.String.Contains`0(2)", StringComparison.Ordinal) || name.Contains("System.Net.Http.SocketsHttpHandler", StringComparison.Ordinal));
    }

    private static List<string> FindMissing(string folder, out int referenced)
    {
        referenced = 0;
        var all = new List<string>();
        foreach (var path in Directory.GetFiles(folder, "*.dll"))
        {
            all.AddRange(Framework.FindMissing(path, out var own).Select(name => $"{Path.GetFileName(path)}: {name}"));
            referenced += own;
        }

        return all;
    }
}
