using System.Management.Automation;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Gets the videos of all connected platforms concurrently, each video exactly once.</summary>
[Cmdlet(VerbsCommon.Get, "PlatformVideo", SupportsPaging = true)]
[OutputType(typeof(PlatformVideo))]
public sealed class GetPlatformVideoCommand : PagedCommand
{
    private readonly List<VideoPlatformSession> _given = [];
    private bool _asked;

    /// <summary>
    /// Specifies the platforms. A specified platform that is not connected is an error. The default is all connected platforms.
    /// </summary>
    [Parameter(Position = 0)]
    public Platform[]? Platform { get; set; }

    /// <summary>
    /// Specifies the sessions to list, or their text form (Polyv/default). The default is all open sessions of this runspace.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override string? ViewName => "VideoPlatforms.PlatformVideo#AllPlatforms";

    /// <summary>
    /// Collects the sessions of the pipeline. They are listed concurrently, and -First and -Skip count the videos of all sessions.
    /// </summary>
    protected override void ProcessRecord()
    {
        _asked = true;
        _given.AddRange(Session ?? []);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline specifies no session, which is not the same as all sessions.
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
