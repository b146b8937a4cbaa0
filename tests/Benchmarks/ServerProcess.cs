using System.Diagnostics;
using System.Globalization;

namespace VideoPlatforms.Benchmarks;

/// <summary>The fast server in a separate process that ends with this process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>The address of the server.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server with a number of videos and a latency in milliseconds.</summary>
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
        // The server ends when its input is closed.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
