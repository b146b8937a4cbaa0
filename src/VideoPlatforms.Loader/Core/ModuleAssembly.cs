using System.Reflection;

namespace VideoPlatforms.Loader.Core;

/// <summary>The assembly that holds the cmdlets.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads it into its load context.</summary>
    public static Assembly Load() => ModuleLoadContext.LoadModule();
}
