using System.Reflection;
using Xunit.Abstractions;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>
/// Windows PowerShell 5.1 resolves every reference of the Desktop folder: to .NET Framework 4.7.2, to PowerShell or
/// to the folder. Only the files are read, so that the test also runs where Windows PowerShell is not available.
/// </summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static readonly AssemblyName WindowsPowerShell = new("System.Management.Automation, Version=3.0.0.0, PublicKeyToken=31bf3856ad364e35");

    private static readonly string Desktop = Path.Combine(Repository.Module, "Desktop");

    private static readonly IReadOnlyList<AssemblyFile> Framework = AssemblyFile.ReadAll(Repository.NetFramework);

    [Fact]
    public void Every_reference_is_resolved()
    {
        var unresolved = Check(Desktop);
        Assert.Empty(unresolved);
    }

    [Fact]
    public void Reference_missing_in_NET_Framework_is_detected()
    {
        var unresolved = Check(Path.Combine(Repository.Module, "Core"));
        Assert.Contains(unresolved, reference => reference.StartsWith("VideoPlatforms -> System.Runtime 8.0.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_assembly_is_detected()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.Copy(Path.Combine(Desktop, "VideoPlatforms.Clients.dll"), Path.Combine(folder.FullName, "VideoPlatforms.Clients.dll"));
            Assert.Contains(Check(folder.FullName), reference => reference.StartsWith("VideoPlatforms.Clients -> Polly.Core", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Loader_references_only_PowerShell_and_netstandard()
    {
        // The loader resolves the other assemblies, so it cannot reference them.
        var loader = AssemblyFile.Read(Path.Combine(Desktop, "VideoPlatforms.Loader.dll"));
        Assert.Equal(["System.Management.Automation", "netstandard"], loader.References.Select(reference => reference.Name).Order(StringComparer.Ordinal));
    }

    private List<string> Check(string folder)
    {
        var files = AssemblyFile.ReadAll(folder, SearchOption.TopDirectoryOnly);
        Assert.NotEmpty(files);
        var found = files.SelectMany(file => file.References.Select(wanted => (From: file.Name.Name, Wanted: wanted, By: Server(wanted, files)))).ToList();
        foreach (var (from, wanted, by) in found.Where(reference => reference.By != ".NET Framework 4.7.2"))
        {
            output.WriteLine($"{from} -> {wanted.Name} {wanted.Version}: {by ?? "NOT FOUND"}");
        }

        output.WriteLine($"{files.Count} assemblies, {found.Count} references: " + string.Join(", ", found.CountBy(reference => reference.By?.Split(' ')[0] ?? "nobody").Select(sum => $"{sum.Value} {sum.Key}")));
        return [.. found.Where(reference => reference.By is null).Select(reference => $"{reference.From} -> {reference.Wanted.Name} {reference.Wanted.Version}")];
    }

    private static string? Server(AssemblyName wanted, IReadOnlyList<AssemblyFile> files) =>
        wanted.Name == WindowsPowerShell.Name && wanted.Version <= WindowsPowerShell.Version ? "PowerShell itself"
        : Framework.Any(assembly => assembly.Satisfies(wanted)) ? ".NET Framework 4.7.2"
        : files.FirstOrDefault(file => file.Satisfies(wanted)) is not { } server ? null
        : server.Name.Version == wanted.Version ? "folder" : $"folder, by redirection to {server.Name.Version}";
}
