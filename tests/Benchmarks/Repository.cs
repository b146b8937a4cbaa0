using System.Reflection;

namespace VideoPlatforms.Benchmarks;

/// <summary>The checkout that the benchmarks were built from.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    public static string Module { get; } = Path.Combine(Root, "out", "VideoPlatforms", "VideoPlatforms.psd1");
}
