using System.Reflection;

namespace VideoPlatforms.Loader.Core;

/// <summary>Loads the assembly that contains the cmdlets.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads the assembly into its load context.</summary>
    public static Assembly Load() => ModuleLoadContext.LoadModule();
}
