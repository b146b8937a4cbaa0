using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Exports an inventory of all videos to a file: JSON Lines, compressed if the name ends with .gz, or CSV.</summary>
[Cmdlet(VerbsData.Export, "PlatformInventory", SupportsShouldProcess = true, DefaultParameterSetName = OfPlatforms)]
[OutputType(typeof(InventoryFile))]
public sealed class ExportPlatformInventoryCommand : AsyncCommand
{
    private const string OfPlatforms = "Platforms";
    private const string OfVideos = "Videos";
    private const int BatchSize = 1000;

    private readonly List<VideoReference> _pending = [];
    private InventoryExporter? _exporter;

    /// <summary>Specifies the file. If its name ends with .csv or .csv.gz, it is a CSV; otherwise, it contains JSON Lines.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotWhiteSpace]
    public string Path { get; set; } = "";

    /// <summary>
    /// Specifies the platforms. A specified platform that is not connected is an error. The default is all connected platforms.
    /// </summary>
    [Parameter(ParameterSetName = OfPlatforms)]
    public Platform[]? Platform { get; set; }

    /// <summary>
    /// Specifies the sessions, or their text form (Polyv/default). The default is all open sessions of this runspace.
    /// </summary>
    [Parameter(ParameterSetName = OfPlatforms)]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession[]? Session { get; set; }

    /// <summary>Specifies the videos to write, instead of all videos of the platforms.</summary>
    [Parameter(ParameterSetName = OfVideos, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [VideoArgument]
    public VideoReference[]? Video { get; set; }

    /// <summary>
    /// Writes a CSV for spreadsheet programs: with a byte order mark, and so that no text is run as a formula or converted to a number.
    /// </summary>
    [Parameter]
    public SwitchParameter ForSpreadsheet { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool HasVideos => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(Video));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var target = new InventoryTarget(FilePaths.Resolve(this, Path), ForSpreadsheet, Force);
        Run(async (host, _) => _exporter = await InventoryExporter.StartAsync(target, host).ConfigureAwait(false));
    }

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
        if (_exporter is { } exporter)
        {
            var sessions = HasVideos ? null : Sessions;
            Run(async (host, cancellationToken) =>
            {
                if (sessions is not null)
                {
                    await exporter.RunAsync(sessions.Open(Session, Platform), host, cancellationToken).ConfigureAwait(false);
                    return;
                }

                await RunAsync(host, cancellationToken).ConfigureAwait(false);
                await exporter.EndAsync(host).ConfigureAwait(false);
            });
        }
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
