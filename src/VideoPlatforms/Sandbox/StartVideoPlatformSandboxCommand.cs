using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Commands;

/// <summary>
/// Starts the sandbox, a local test server that simulates all platforms on a loopback port in this process. It requires no account
/// and does not affect production data.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "VideoPlatformSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartVideoPlatformSandboxCommand : AsyncCommand
{
    private readonly SandboxOptions _options = new();

    /// <summary>Specifies the port, from 1 to 65535. By default, a free port is used.</summary>
    [Parameter]
    [ValidateRange(1, 65_535)]
    public int Port
    {
        get => _options.Port;
        set => _options.Port = value;
    }

    /// <summary>Specifies the number of videos on each platform, from 0 to 1000000. The default is 300.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int VideoCount
    {
        get => _options.VideoCount;
        set => _options.VideoCount = value;
    }

    /// <summary>Specifies the delay of every response in milliseconds, from 0 to 60000. The default is 0.</summary>
    [Parameter]
    [ValidateRange(0, 60_000)]
    public int Latency
    {
        get => (int)_options.Latency.TotalMilliseconds;
        set => _options.Latency = TimeSpan.FromMilliseconds(value);
    }

    /// <summary>Opens a session named default for each platform. Existing sessions with that name are closed and replaced.</summary>
    [Parameter]
    public SwitchParameter Connect { get; set; }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var sandbox = Runspace.Resource<RunningSandboxes>().Start(_options);
        if (Connect)
        {
            await SandboxSessions.ConnectAsync(sandbox, Sessions, host, cancellationToken).ConfigureAwait(false);
        }

        await host.WriteAsync(sandbox).ConfigureAwait(false);
    }
}
