using System.Reflection;
using System.Runtime.Loader;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Isolates the module's assemblies and their dependencies from those of other modules, so that modules with different versions of
/// the same library can be used together.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<Assembly> Module = new(() => new ModuleLoadContext().LoadFromAssemblyName(new("VideoPlatforms")));

    // The assemblies of PowerShell and its runtime, by name.
    private static readonly Dictionary<string, string> Platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    private readonly string _folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;

    private ModuleLoadContext()
        : base("VideoPlatforms")
    {
    }

    /// <summary>Gets a value indicating whether the assembly that contains the cmdlets was loaded.</summary>
    public static bool IsModuleLoaded => Module.IsValueCreated;

    /// <summary>Loads the assembly that contains the cmdlets. The same assembly is returned at every import of the module.</summary>
    public static Assembly LoadModule() => Module.Value;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // If the runtime contains the library in the same or a later version, its copy is used, because its types must be identical to
        // those of the runtime. Otherwise the copy in the module's folder is used. The default context resolves all other assemblies.
        var path = Path.Combine(_folder, assemblyName.CultureName ?? "", assemblyName.Name + ".dll");
        return File.Exists(path) && !PlatformHas(assemblyName) ? LoadFromAssemblyPath(path) : null;
    }

    private static bool PlatformHas(AssemblyName wanted) =>
        Platform.TryGetValue(wanted.Name!, out var path) && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;
}
