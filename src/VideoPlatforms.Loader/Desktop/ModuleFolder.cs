using System.Reflection;

namespace VideoPlatforms.Loader.Desktop;

/// <summary>
/// Replaces binding redirects, which a module cannot have: if an assembly in the module's folder requests an earlier version of
/// another one in that folder, the version in the folder is returned. Requests by other assemblies are ignored.
/// </summary>
internal static class ModuleFolder
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleFolder).Assembly.Location)!;

    /// <summary>Starts resolving assemblies. Repeated calls have no effect.</summary>
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
