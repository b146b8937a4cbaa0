using System.Text;
using VideoPlatforms.Tests.Desktop;

namespace VideoPlatforms.Tests.Package;

/// <summary>The module contains exactly the expected files. A new file must be added to these lists.</summary>
public sealed class ShippedFilesTests
{
    private static readonly string[] OwnAssemblies =
        ["VideoPlatforms.dll", "VideoPlatforms.Clients.dll", "VideoPlatforms.Loader.dll", "VideoPlatforms.Sandbox.dll"];

    private static readonly string[] SharedAssemblies =
    [
        "Microsoft.Extensions.Configuration.Abstractions.dll", "Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "Microsoft.Extensions.DependencyInjection.dll", "Microsoft.Extensions.Http.dll", "Microsoft.Extensions.Logging.Abstractions.dll",
        "Microsoft.Extensions.Logging.dll", "Microsoft.Extensions.Options.dll", "Microsoft.Extensions.Primitives.dll", "Polly.Core.dll",
        "System.Diagnostics.DiagnosticSource.dll", "System.Threading.RateLimiting.dll",
    ];

    private static readonly string[] CoreAssemblies =
    [
        "Microsoft.Extensions.Configuration.Binder.dll", "Microsoft.Extensions.Configuration.dll", "Microsoft.Extensions.Diagnostics.Abstractions.dll",
        "Microsoft.Extensions.Diagnostics.dll", "Microsoft.Extensions.Options.ConfigurationExtensions.dll",
    ];

    private static readonly string[] DesktopAssemblies =
    [
        "Microsoft.Bcl.AsyncInterfaces.dll", "Microsoft.Bcl.TimeProvider.dll", "System.Buffers.dll", "System.ComponentModel.Annotations.dll",
        "System.IO.Pipelines.dll", "System.Memory.dll", "System.Numerics.Vectors.dll", "System.Runtime.CompilerServices.Unsafe.dll",
        "System.Text.Encodings.Web.dll", "System.Text.Json.dll", "System.Threading.Tasks.Extensions.dll",
    ];

    private static readonly string[] Messages = ["VideoPlatforms.resources.dll", "VideoPlatforms.Clients.resources.dll"];

    private static readonly byte[] ByteOrderMark = Encoding.UTF8.GetPreamble();

    [Fact]
    public void Core_contains_no_other_assemblies() =>
        Assert.Equal(Sorted([.. OwnAssemblies, .. SharedAssemblies, .. CoreAssemblies]), AssembliesOf("Core"));

    [Fact]
    public void Desktop_contains_no_other_assemblies() =>
        Assert.Equal(Sorted([.. OwnAssemblies, .. SharedAssemblies, .. DesktopAssemblies]), AssembliesOf("Desktop"));

    [Fact]
    public void Language_folders_contain_only_resource_assemblies()
    {
        var satellites = Directory.GetFiles(Repository.Module, "*.dll", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Module, path).Split(Path.DirectorySeparatorChar))
            .Where(path => path.Length > 2);
        Assert.All(satellites, path => Assert.Contains(path[^1], Messages));
    }

    [Fact]
    public void Other_files_are_the_manifest_the_scripts_the_views_the_license_and_help()
    {
        var others = Directory.GetFiles(Repository.Module, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Module, path).Replace('\\', '/'))
            .Where(path => !path.EndsWith(".dll", StringComparison.Ordinal) && !path.EndsWith("-Help.xml", StringComparison.Ordinal) && !path.EndsWith(".help.txt", StringComparison.Ordinal));
        Assert.Equal(["LICENSE", "VideoPlatforms.psd1", "module/VideoPlatforms.Types.psd1", "module/VideoPlatforms.format.ps1xml", "module/VideoPlatforms.psm1", "module/VideoPlatforms.types.ps1xml"], Sorted(others));
    }

    // PowerShell 7 loads the cmdlets into the default load context. The module's load context isolates only what the project's other
    // assemblies reference.
    [Fact]
    public void Cmdlets_reference_no_library_of_the_Core_folder()
    {
        string[] libraries = [.. SharedAssemblies, .. CoreAssemblies];
        var references = AssemblyFile.Read(Path.Combine(Repository.Module, "Core", "VideoPlatforms.dll")).References.Select(reference => reference.Name + ".dll").ToList();
        Assert.Contains("VideoPlatforms.Clients.dll", references);
        Assert.Empty(references.Intersect(libraries));
    }

    // Windows PowerShell reads a script without a byte order mark in the system's code page.
    [Fact]
    public void Scripts_with_non_ASCII_characters_start_with_a_byte_order_mark() =>
        Assert.All(Directory.GetFiles(Repository.Module, "*.ps*1", SearchOption.AllDirectories), path => Assert.True(IsReadableTo51(File.ReadAllBytes(path)), path));

    [Fact]
    public void Missing_byte_order_mark_is_detected()
    {
        Assert.True(IsReadableTo51("'plain'"u8.ToArray()));
        Assert.True(IsReadableTo51([.. ByteOrderMark, .. "'影片'"u8]));
        Assert.False(IsReadableTo51("'影片'"u8.ToArray()));
    }

    private static bool IsReadableTo51(byte[] script) => script.All(Ascii) || script.AsSpan().StartsWith(ByteOrderMark);

    private static bool Ascii(byte value) => value < 128;

    private static string[] AssembliesOf(string folder) => Sorted(Directory.GetFiles(Path.Combine(Repository.Module, folder), "*.dll").Select(path => Path.GetFileName(path)));

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
