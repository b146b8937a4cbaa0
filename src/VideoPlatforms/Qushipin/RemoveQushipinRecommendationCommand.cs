using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Removes recommendations (deleteRecommendById) and verifies the removal. The videos themselves are not deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "QushipinRecommendation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VideoOperationResult))]
public sealed class RemoveQushipinRecommendationCommand : QushipinVideoWriteCommand
{
    /// <summary>Specifies the recommended videos, or their IDs (videoId).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>
    /// Specifies the ID of the user who uploaded the videos (userId). The document does not list it, but the public servers remove
    /// nothing without it.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? UserId { get; set; }

    /// <summary>
    /// Skips verification: the recommendation is not looked up afterwards and, if only its ID is known, not before. This takes one request
    /// per recommendation instead of two or three.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipVerification { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) =>
        ChangeAsync(
            CommandMessages.WithdrawRecommendation,
            async (client, item) =>
            {
                if (!SkipVerification && !item.IsVideo)
                {
                    await client.EnsureRecommendationExistsAsync(item.Value!, host, cancellationToken).ConfigureAwait(false);
                }

                return await client.DeleteRecommendationAsync(item.Value!, UserId, !SkipVerification, host, cancellationToken).ConfigureAwait(false);
            },
            host);
}
