using System.Diagnostics;
using System.Globalization;

namespace VideoPlatforms.Benchmarks;

/// <summary>The fast server in a process of its own, which ends with this one.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts one with so many videos and so many milliseconds of latency.</summary>
    public static async Task<ServerProcess> StartAsync(int total, int latency)
    {
        var process = ChildProcess.StartSelf(
            "serve", total.ToString(CultureInfo.InvariantCulture), latency.ToString(CultureInfo.InvariantCulture));
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new(process, new Uri(address + "/"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The end of its input ends it.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
