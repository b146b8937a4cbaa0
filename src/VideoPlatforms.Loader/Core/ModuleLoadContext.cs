using System.Reflection;
using System.Runtime.Loader;

namespace VideoPlatforms.Loader.Core;

/// <summary>
/// Isolates the libraries of the module from those of other modules, so that modules with different versions of the same library can be
/// used together. PowerShell loads the assembly with the cmdlets into the default context. That assembly references only the assemblies
/// of this project, which are loaded into this context, as are the libraries that they reference.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string OwnPrefix = nameof(VideoPlatforms) + ".";

    private static readonly Lazy<ModuleLoadContext> Instance = new(() => new());

    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;

    private ModuleLoadContext()
        : base(nameof(VideoPlatforms))
    {
    }

    /// <summary>Starts resolving the project's assemblies for the cmdlets. Repeated calls have no effect.</summary>
    public static void Serve()
    {
        Default.Resolving -= Find;
        Default.Resolving += Find;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // If the runtime contains the library in the same or a later version, its copy is used, because its types must be identical to
        // those of the runtime. Otherwise the copy in the module's folder is used. The default context resolves all other assemblies.
        var path = PathOf(assemblyName);
        return File.Exists(path) && !PlatformHas(assemblyName) ? LoadFromAssemblyPath(path) : null;
    }

    // The context asks the default context for a file that is missing, which asks here again.
    private static Assembly? Find(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted.Name!.StartsWith(OwnPrefix, StringComparison.Ordinal) && File.Exists(PathOf(wanted)) ? Instance.Value.LoadFromAssemblyName(wanted) : null;

    private static string PathOf(AssemblyName wanted) => Path.Combine(Folder, wanted.CultureName ?? "", wanted.Name + ".dll");

    private static bool PlatformHas(AssemblyName wanted) =>
        FindPlatformFile(wanted.Name + ".dll") is { } path && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;

    // The paths of all assemblies of PowerShell and its runtime are one text, which is much longer than the part that is needed of it.
    private static string? FindPlatformFile(string name)
    {
        var paths = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")! + Path.PathSeparator;
        var end = paths.IndexOf(Path.DirectorySeparatorChar + name + Path.PathSeparator, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            return null;
        }

        var start = paths.LastIndexOf(Path.PathSeparator, end) + 1;
        return paths.Substring(start, end + 1 + name.Length - start);
    }
}
