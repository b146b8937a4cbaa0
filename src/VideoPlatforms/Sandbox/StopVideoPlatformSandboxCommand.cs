using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Commands;

/// <summary>
/// Stops the sandboxes that were started in this runspace. Sessions connected to them stay open, but their requests fail.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "VideoPlatformSandbox")]
public sealed class StopVideoPlatformSandboxCommand : AsyncCommand
{
    /// <summary>Specifies the sandboxes to stop. The default is all sandboxes that were started in this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SandboxServer[]? Sandbox { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        Runspace.Resource<RunningSandboxes>().Stop(Sandbox);
        return Task.CompletedTask;
    }
}
