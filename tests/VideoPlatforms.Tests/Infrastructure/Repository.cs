using System.Reflection;

namespace VideoPlatforms.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    public static string BenchmarksAssembly { get; } = Path.Combine(Root, Metadata("BenchmarksAssembly"));

    public static string DemoAssembly { get; } = Path.Combine(Root, Metadata("DemoAssembly"));

    public static string ModuleManifest { get; } = Path.Combine(Root, "out", "VideoPlatforms", "VideoPlatforms.psd1");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
