using System.Reflection;
using System.Runtime.Loader;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Holds the module's assemblies and their dependencies apart from those of other modules, so that two modules
/// with different versions of the same library work side by side.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<Assembly> Module = new(() => new ModuleLoadContext().LoadFromAssemblyName(new("VideoPlatforms")));

    // What PowerShell and its runtime brought along, by name.
    private static readonly Dictionary<string, string> Platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    private readonly string _folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;

    private ModuleLoadContext()
        : base("VideoPlatforms")
    {
    }

    /// <summary>The assembly that holds the cmdlets: the same one however often the module is imported.</summary>
    public static Assembly LoadModule() => Module.Value;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // A library that the runtime has in the same or a later version is the runtime's, because its types meet the
        // runtime's own; what else lies in the folder is the module's. The default context finds the rest.
        var path = Path.Combine(_folder, assemblyName.CultureName ?? "", assemblyName.Name + ".dll");
        return File.Exists(path) && !PlatformHas(assemblyName) ? LoadFromAssemblyPath(path) : null;
    }

    private static bool PlatformHas(AssemblyName wanted) =>
        Platform.TryGetValue(wanted.Name!, out var path) && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;
}
