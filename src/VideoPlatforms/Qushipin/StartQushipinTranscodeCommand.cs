using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Starts the transcoding of videos (submitTranscode), or their narrowband transcoding (submitTabTranscode).</summary>
[Cmdlet(VerbsLifecycle.Start, "QushipinTranscode", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class StartQushipinTranscodeCommand : QushipinVideoWriteCommand
{
    /// <summary>Specifies the videos, or their IDs (mediaId).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>Starts narrowband HD transcoding (submitTabTranscode) instead of standard transcoding.</summary>
    [Parameter]
    public SwitchParameter Narrowband { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        ChangeAsync(
            Narrowband ? CommandMessages.StartNarrowbandTranscode : CommandMessages.StartTranscode,
            (client, item) => client.StartTranscodeAsync(item.Value!, Narrowband, host, cancellationToken),
            host);
}
