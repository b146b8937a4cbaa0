using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Exports an inventory of all videos to a file: JSON Lines, compressed if the name ends with .gz, or CSV.</summary>
[Cmdlet(VerbsData.Export, "PlatformInventory", SupportsShouldProcess = true, DefaultParameterSetName = OfPlatforms)]
[OutputType(typeof(InventoryFile))]
public sealed class ExportPlatformInventoryCommand : VideoExportCommand
{
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
    public override VideoReference[]? Video { get; set; }

    /// <summary>
    /// Writes a CSV for spreadsheet programs: with a byte order mark, and so that no text is run as a formula or converted to a number.
    /// </summary>
    [Parameter]
    public SwitchParameter ForSpreadsheet { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<VideoPlatformSession> OpenSessions => Sessions.Open(Session, Platform);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var target = new InventoryTarget(FilePaths.Resolve(this, Path), ForSpreadsheet, Force);
        Start(async (host, _) => await InventoryExporter.StartAsync(target, host).ConfigureAwait(false));
    }
}
