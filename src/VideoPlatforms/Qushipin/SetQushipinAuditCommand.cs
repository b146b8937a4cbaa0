using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Reviews videos by hand (createAudit): lets them be shown, or blocks them.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "QushipinAudit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(VideoOperationResult))]
public sealed class SetQushipinAuditCommand : QushipinVideoWriteCommand
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
    /// <para type="description">What the review comes to (status): Normal or Blocked.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    public QushipinAuditStatus Status { get; set; }

    /// <summary>
    /// <para type="description">Why (reason). Blocked needs one; at most 128 bytes of UTF-8, of which a Chinese character takes three.</para>
    /// </summary>
    [Parameter(Position = 2)]
    public string? Reason { get; set; }

    /// <summary>
    /// <para type="description">A remark (comment).</para>
    /// </summary>
    [Parameter]
    public string? Comment { get; set; }

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var audit = new QushipinAudit(Status, Reason, Comment);
        return ChangeAsync(
            Status == QushipinAuditStatus.Blocked ? CommandMessages.Block.With(Reason) : CommandMessages.Unblock,
            (client, item) => client.AuditAsync(item.Value!, audit, host, cancellationToken),
            host);
    }
}
