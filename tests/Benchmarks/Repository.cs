using System.Reflection;

namespace VideoPlatforms.Benchmarks;

/// <summary>The repository from which the benchmarks were built.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    public static string Module { get; } = Path.Combine(Root, "out", "VideoPlatforms", "VideoPlatforms.psd1");
}
