using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Starts a stand-in for all platforms on a loopback port, in this process, so that no account is needed and nothing real can be harmed.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "VideoPlatformSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartVideoPlatformSandboxCommand : AsyncCommand
{
    private readonly SandboxOptions _options = new();

    /// <summary>
    /// <para type="description">The port, 1 to 65535; a free one where none is given.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(1, 65_535)]
    public int Port
    {
        get => _options.Port;
        set => _options.Port = value;
    }

    /// <summary>
    /// <para type="description">How many videos each platform holds, 0 to 1000000. Default 300.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int VideoCount
    {
        get => _options.VideoCount;
        set => _options.VideoCount = value;
    }

    /// <summary>
    /// <para type="description">How many milliseconds every response takes, 0 to 60000. Default 0.</para>
    /// </summary>
    [Parameter]
    [ValidateRange(0, 60_000)]
    public int Latency
    {
        get => (int)_options.Latency.TotalMilliseconds;
        set => _options.Latency = TimeSpan.FromMilliseconds(value);
    }

    /// <summary>
    /// <para type="description">Also connects a session named default with each platform; one of that name is closed and replaced.</para>
    /// </summary>
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
