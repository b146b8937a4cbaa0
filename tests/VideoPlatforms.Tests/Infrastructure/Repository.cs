using System.Reflection;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The repository from which the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    public static string BenchmarksAssembly { get; } = Path.Combine(Root, Metadata("BenchmarksAssembly"));

    public static string DemoAssembly { get; } = Path.Combine(Root, Metadata("DemoAssembly"));

    /// <summary>The staged module.</summary>
    public static string Module { get; } = Path.Combine(Root, "out", "VideoPlatforms");

    public static string ModuleManifest { get; } = Path.Combine(Module, "VideoPlatforms.psd1");

    public static string MonoCheck { get; } = Path.Combine(Root, Metadata("MonoCheck"));

    /// <summary>The reference assemblies of .NET Framework 4.7.2.</summary>
    public static string NetFramework { get; } = Metadata("NetFramework");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
