using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>
/// Lists all platforms of a sandbox, writes, requests media files, downloads them and exports inventories, with the assemblies in the specified folder, which the module's
/// loader resolves as in Windows PowerShell. This program only starts the checks: the assemblies that it references are also in the folder.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var folder = arguments[0];
        var loader = Assembly.LoadFrom(Path.Combine(folder, "VideoPlatforms.Loader.dll"));
        loader.GetType("VideoPlatforms.Loader.Desktop.ModuleFolder", throwOnError: true)!.GetMethod("Serve")!.Invoke(null, null);

        var mine = typeof(Program).Assembly;
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
            request.RequestingAssembly == mine ? Assembly.LoadFrom(Path.Combine(folder, new AssemblyName(request.Name).Name + ".dll")) : null;
        var result = Check();
        Console.Out.Flush();
        Exit(result);
        return result;
    }

    // Exits immediately, because Mono's shutdown sometimes waits indefinitely for a thread of its HttpListener.
    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void Exit(int code);

    // Not inlined, so that it is compiled after its assemblies can be resolved.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Check() => CheckAsync().GetAwaiter().GetResult();

    private static async Task<int> CheckAsync()
    {
        // The sandbox ends with the process.
        var sandbox = SandboxServer.Start(new() { VideoCount = Lists.VideoCount });
        return await Lists.RunAsync(sandbox) + await Writes.RunAsync(sandbox) + await MediaFiles.RunAsync(sandbox) + await Downloads.RunAsync(sandbox) + await Inventories.RunAsync(sandbox);
    }
}
