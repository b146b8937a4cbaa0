using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Exports;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>
/// Provides the common parameter and the behavior of the cmdlets that export a file of videos: those of the pipeline, or all videos of the
/// sessions.
/// </summary>
public abstract class VideoExportCommand : AsyncCommand
{
    private protected const string OfPlatforms = "Platforms";
    private protected const string OfVideos = "Videos";

    private const int BatchSize = 1000;

    private readonly List<VideoReference> _pending = [];
    private IVideoExporter? _exporter;

    /// <summary>Specifies the videos to write.</summary>
    public abstract VideoReference[]? Video { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gets the sessions whose videos are written if no videos are specified.</summary>
    private protected virtual IReadOnlyList<VideoPlatformSession> OpenSessions => Sessions.Open(null, null);

    private bool HasVideos => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(Video));

    /// <summary>Begins the file.</summary>
    /// <param name="start">Creates the exporter; null if nothing is to be written.</param>
    private protected void Start(Func<ICommandHost, CancellationToken, Task<IVideoExporter?>> start) =>
        Run(async (host, cancellationToken) => _exporter = await start(host, cancellationToken).ConfigureAwait(false));

    /// <summary>Collects the videos of the pipeline.</summary>
    protected override void ProcessRecord()
    {
        _pending.AddRange(Video ?? []);
        if (_pending.Count >= BatchSize)
        {
            Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_exporter is not { } exporter)
        {
            return;
        }

        if (!HasVideos)
        {
            Run((host, cancellationToken) => exporter.RunAsync(OpenSessions, host, cancellationToken));
            return;
        }

        Run(async (host, cancellationToken) =>
        {
            await RunAsync(host, cancellationToken).ConfigureAwait(false);
            await exporter.EndAsync(host, cancellationToken).ConfigureAwait(false);
        });
    }

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        if (_exporter is not null)
        {
            await _exporter.AddAsync(_pending, host, cancellationToken).ConfigureAwait(false);
        }

        _pending.Clear();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _exporter?.Dispose();
        }

        base.Dispose(disposing);
    }
}
