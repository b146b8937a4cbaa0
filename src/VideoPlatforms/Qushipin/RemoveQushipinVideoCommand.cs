using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Permanently deletes videos (deleteVideoById) and verifies the deletion.</summary>
[Cmdlet(VerbsCommon.Remove, "QushipinVideo", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VideoOperationResult))]
public sealed class RemoveQushipinVideoCommand : QushipinVideoWriteCommand
{
    /// <summary>Specifies the videos, or their IDs (videoId).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>
    /// Specifies the ID of the user who uploaded the videos (userId). For any other user, servers report success without deleting
    /// anything.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotWhiteSpace]
    public string UserId { get; set; } = "";

    /// <summary>
    /// Skips verification: the video is not looked up afterwards and, if only its ID is known, not before. This takes one request
    /// per video instead of two or three.
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
