using System.Reflection;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>Loads the assembly that contains the cmdlets.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads the assembly from the loader's folder.</summary>
    public static Assembly Load() =>
        Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(typeof(ModuleAssembly).Assembly.Location)!, "VideoPlatforms.dll"));
}
