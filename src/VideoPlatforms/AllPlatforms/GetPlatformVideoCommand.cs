using System.Management.Automation;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Lists the videos of every connected platform at once, side by side, each exactly once.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "PlatformVideo", SupportsPaging = true)]
[OutputType(typeof(PlatformVideo))]
public sealed class GetPlatformVideoCommand : PagedCommand
{
    private readonly List<VideoPlatformSession> _given = [];
    private bool _asked;

    /// <summary>
    /// <para type="description">Only these platforms; one that is not connected is an error. Every connected platform where none is given.</para>
    /// </summary>
    [Parameter(Position = 0)]
    public Platform[]? Platform { get; set; }

    /// <summary>
    /// <para type="description">The sessions to list, or how they print (Polyv/default). All open sessions of this runspace where none is given.</para>
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override string? ViewName => "VideoPlatforms.PlatformVideo#Inventory";

    /// <summary>Gathers the sessions of the pipeline: they are listed side by side, and -First and -Skip count across them all.</summary>
    protected override void ProcessRecord()
    {
        _asked = true;
        _given.AddRange(Session ?? []);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline names no session: that is not the same as asking for all.
        if (_asked)
        {
            Session = _given.Count > 0 ? [.. _given] : null;
            Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        MultiPlatformLister.RunAsync(Sessions.Open(Session, Platform), ReadPaging(), host, cancellationToken);
}
