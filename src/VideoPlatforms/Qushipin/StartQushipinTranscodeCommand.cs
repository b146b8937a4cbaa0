using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Starts the transcoding of videos (submitTranscode), or the narrowband one (submitTabTranscode).</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "QushipinTranscode", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class StartQushipinTranscodeCommand : QushipinVideoWriteCommand
{
    /// <summary>
    /// <para type="description">The videos, or their ids (mediaId).</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>
    /// <para type="description">Narrowband instead of ordinary transcoding.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter Narrowband { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        ChangeAsync(
            Narrowband ? CommandMessages.StartNarrowbandTranscode : CommandMessages.StartTranscode,
            (client, item) => client.StartTranscodeAsync(item.Value!, Narrowband, host, cancellationToken),
            host);
}
