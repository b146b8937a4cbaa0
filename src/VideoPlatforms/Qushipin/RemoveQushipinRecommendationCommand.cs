using System.Management.Automation;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Withdraws recommendations (deleteRecommendById), and looks whether they are gone. The videos themselves stay.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "QushipinRecommendation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(VideoOperationResult))]
public sealed class RemoveQushipinRecommendationCommand : QushipinVideoWriteCommand
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
    /// <para type="description">The user who uploaded them (userId). The document does not list it, but public servers withdraw nothing without it.</para>
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? UserId { get; set; }

    /// <summary>
    /// <para type="description">Believes the server's response instead of looking each one up afterwards: one request each instead of two.</para>
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
