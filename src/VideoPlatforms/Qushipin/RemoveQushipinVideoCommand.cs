using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Deletes videos for good (deleteVideoById), and looks whether they are gone.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "QushipinVideo", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VideoOperationResult))]
public sealed class RemoveQushipinVideoCommand : QushipinVideoWriteCommand
{
    /// <summary>
    /// <para type="description">The videos, or their ids (videoId).</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>
    /// <para type="description">The user who uploaded them (userId). For any other, servers delete nothing and claim success.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotWhiteSpace]
    public string UserId { get; set; } = "";

    /// <summary>
    /// <para type="description">Believes the server's response instead of looking each video up afterwards: one request a video instead of two.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter SkipVerification { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        ChangeAsync(
            CommandMessages.DeleteVideo,
            async (client, item) =>
            {
                if (!SkipVerification && !item.IsVideo)
                {
                    await client.EnsureVideoExistsAsync(item.Value!, host, cancellationToken).ConfigureAwait(false);
                }

                return await client.DeleteVideoAsync(item.Value!, UserId, !SkipVerification, host, cancellationToken).ConfigureAwait(false);
            },
            host);
}
