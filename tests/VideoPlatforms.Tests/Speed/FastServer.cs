using System.Diagnostics;
using System.Globalization;

namespace VideoPlatforms.Tests.Speed;

/// <summary>The server of the benchmarks in a separate process, so that its allocations are not measured.</summary>
internal sealed class FastServer : IDisposable
{
    private readonly Process _process;

    private FastServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<FastServer> StartAsync(int total)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BenchmarksAssembly, "serve", total.ToString(CultureInfo.InvariantCulture), "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return new(process, new Uri((await process.StandardOutput.ReadLineAsync())! + "/"));
    }

    public void Dispose()
    {
        // The server ends when its input is closed.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
