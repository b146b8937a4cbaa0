using System.Globalization;
using System.Management.Automation;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Exports a report of videos: one HTML file with totals, charts, a table, covers and what changed.</summary>
[Cmdlet(VerbsData.Export, "PlatformVideoReport", SupportsShouldProcess = true, DefaultParameterSetName = OfPlatforms)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPlatformVideoReportCommand : VideoExportCommand
{
    /// <summary>Specifies the file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotWhiteSpace]
    public string Path { get; set; } = "";

    /// <summary>Specifies the videos. The default is all videos of the connected platforms.</summary>
    [Parameter(ParameterSetName = OfVideos, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [VideoArgument]
    public override VideoReference[]? Video { get; set; }

    /// <summary>Specifies the title of the report.</summary>
    [Parameter]
    [ValidateNotWhiteSpace]
    public string? Title { get; set; }

    /// <summary>Downloads the covers, and includes them in the file.</summary>
    [Parameter]
    public SwitchParameter EmbedCover { get; set; }

    /// <summary>Specifies what the videos are compared with: the path of an inventory, or videos.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public object[]? Reference { get; set; }

    /// <summary>Specifies the language: Chinese for a Chinese culture, otherwise English. The default is the language of the user interface.</summary>
    [Parameter]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var options = new ReportOptions(FilePaths.Resolve(this, Path), Force)
        {
            Title = Title,
            EmbedCover = EmbedCover,
            Language = ReportLanguage.Of(Culture ?? CultureInfo.CurrentUICulture),
            Reference = Reference is null ? null : [.. Reference.SelectMany(item => ComparisonInput.Read(item, path => FilePaths.ResolveExisting(this, path)))],
        };
        Start(async (host, cancellationToken) => await ReportExporter.StartAsync(options, host, StoppingToken, cancellationToken).ConfigureAwait(false));
    }
}
