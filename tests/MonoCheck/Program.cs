using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VideoPlatforms.Sandbox;

namespace MonoCheck;

/// <summary>
/// Lists all platforms of a sandbox, and writes, with the assemblies of the folder that is given, which the module's loader finds as it
/// does in Windows PowerShell. This program itself only opens the door: what it names of the module is in the folder, too.
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

    // At once: Mono's own shutdown now and then waits for a thread of its HttpListener for ever.
    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void Exit(int code);

    // Compiled only now, when its assemblies can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Check() => CheckAsync().GetAwaiter().GetResult();

    private static async Task<int> CheckAsync()
    {
        // It ends with the process.
        var sandbox = SandboxServer.Start(new() { VideoCount = Lists.VideoCount });
        return await Lists.RunAsync(sandbox) + await Writes.RunAsync(sandbox);
    }
}
