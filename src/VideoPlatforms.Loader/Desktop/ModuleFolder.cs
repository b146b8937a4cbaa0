using System.Reflection;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>
/// Stands in for the binding redirects that a module cannot have: where an assembly of the module's folder asks for an
/// earlier version of another one than lies there, it gets the one that does. Nobody else is answered.
/// </summary>
internal static class ModuleFolder
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleFolder).Assembly.Location)!;

    /// <summary>Begins to answer. Once is enough; more does no harm.</summary>
    public static void Serve()
    {
        AppDomain.CurrentDomain.AssemblyResolve -= Find;
        AppDomain.CurrentDomain.AssemblyResolve += Find;
    }

    private static Assembly? Find(object sender, ResolveEventArgs request)
    {
        if (!IsMine(request.RequestingAssembly))
        {
            return null;
        }

        var wanted = new AssemblyName(request.Name);
        var path = Path.Combine(Folder, wanted.CultureName ?? "", wanted.Name + ".dll");
        return File.Exists(path) && Fits(AssemblyName.GetAssemblyName(path), wanted) ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsMine(Assembly? asking) =>
        asking is { IsDynamic: false } && string.Equals(Path.GetDirectoryName(asking.Location), Folder, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(AssemblyName found, AssemblyName wanted) =>
        found.Version >= wanted.Version && Token(found).SequenceEqual(Token(wanted));

    private static byte[] Token(AssemblyName name) => name.GetPublicKeyToken() ?? [];
}
