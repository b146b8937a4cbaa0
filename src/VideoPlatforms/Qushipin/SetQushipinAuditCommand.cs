using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Sets the manual review result of videos (createAudit): approves or blocks them.</summary>
[Cmdlet(VerbsCommon.Set, "QushipinAudit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(VideoOperationResult))]
public sealed class SetQushipinAuditCommand : QushipinVideoWriteCommand
{
    /// <summary>Specifies the videos, or their IDs (mediaId).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ItemArgument(Platform.Qushipin, "VideoId", "Id")]
    [ValidateItem]
    public override ItemReference[] VideoId { get; set; } = [];

    /// <summary>Specifies the review result (status): Normal approves the video, Blocked blocks it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public QushipinAuditStatus Status { get; set; }

    /// <summary>Specifies the reason (reason). It is required for Blocked. The maximum length is 128 bytes in UTF-8.</summary>
    [Parameter(Position = 2)]
    public string? Reason { get; set; }

    /// <summary>Specifies a comment (comment).</summary>
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
