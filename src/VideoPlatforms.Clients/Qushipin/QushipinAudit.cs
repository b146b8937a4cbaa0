using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Specifies the result of a manual review (<c>status</c> of createAudit).</summary>
public enum QushipinAuditStatus
{
    /// <summary>The video is approved.</summary>
    Normal,

    /// <summary>The video is blocked, which requires a reason.</summary>
    Blocked,
}

/// <summary>Represents a manual review: the parameters of createAudit.</summary>
public sealed class QushipinAudit
{
    /// <summary>The maximum length of a reason in bytes of UTF-8.</summary>
    public const int MaxReasonBytes = 128;

    /// <summary>Initializes a review and validates it.</summary>
    /// <param name="status">The result.</param>
    /// <param name="reason">The reason, required for Blocked; at most 128 bytes of UTF-8.</param>
    /// <param name="comment">A comment.</param>
    /// <exception cref="ArgumentException">The status is Blocked without a reason, or the reason is too long.</exception>
    public QushipinAudit(QushipinAuditStatus status, string? reason = null, string? comment = null)
    {
        if (status == QushipinAuditStatus.Blocked && string.IsNullOrWhiteSpace(reason))
        {
            throw new ArgumentException(Messages.AuditNeedsReason, nameof(reason));
        }

        if (Encoding.UTF8.GetByteCount(reason ?? "") is > MaxReasonBytes and var bytes)
        {
            throw new ArgumentException(Messages.AuditReasonTooLong.With(MaxReasonBytes, bytes), nameof(reason));
        }

        Status = status;
        Reason = reason;
        Comment = comment;
    }

    /// <summary>Gets the result.</summary>
    public QushipinAuditStatus Status { get; }

    /// <summary>Gets the reason.</summary>
    public string? Reason { get; }

    /// <summary>Gets the comment.</summary>
    public string? Comment { get; }
}
