using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Stops the sandboxes that were started in this runspace. Sessions connected to them stay open but reach nobody.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "VideoPlatformSandbox")]
public sealed class StopVideoPlatformSandboxCommand : AsyncCommand
{
    /// <summary>
    /// <para type="description">The sandboxes to stop; all of this runspace where none is given.</para>
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SandboxServer[]? Sandbox { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        Runspace.Resource<RunningSandboxes>().Stop(Sandbox);
        return Task.CompletedTask;
    }
}
