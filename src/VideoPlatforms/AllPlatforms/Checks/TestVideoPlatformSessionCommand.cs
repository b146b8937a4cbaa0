using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Checks;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Checks the credentials, clock, latency, rate limit and contract of sessions. Nothing is changed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VideoPlatformSession")]
[OutputType(typeof(SessionCheck), typeof(bool))]
public sealed class TestVideoPlatformSessionCommand : AsyncCommand
{
    private readonly List<VideoPlatformSession> _given = [];
    private bool _asked;

    /// <summary>Specifies the sessions to check, or their text form (Polyv/default). The default is all open sessions of this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession[]? Session { get; set; }

    /// <summary>Returns only whether no check failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Collects the sessions of the pipeline. They are checked concurrently.</summary>
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
            Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        SessionChecker.RunAsync(Sessions.Open(_given.Count > 0 ? _given : null, null), Quiet, host, cancellationToken);
}
