using System.Reflection;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>The assembly that holds the cmdlets.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads it from the loader's own folder.</summary>
    public static Assembly Load() =>
        Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(typeof(ModuleAssembly).Assembly.Location)!, "VideoPlatforms.dll"));
}
