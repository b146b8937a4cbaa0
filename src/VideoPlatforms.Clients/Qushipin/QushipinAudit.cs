using System.Text;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>What a review by hand comes to (<c>status</c> of createAudit).</summary>
public enum QushipinAuditStatus
{
    /// <summary>The video may be shown.</summary>
    Normal,

    /// <summary>The video may not be shown; needs a reason.</summary>
    Blocked,
}

/// <summary>A review by hand: the parameters of createAudit.</summary>
public sealed class QushipinAudit
{
    /// <summary>The longest reason, in bytes of UTF-8.</summary>
    public const int MaxReasonBytes = 128;

    /// <summary>Makes a review that the server will take.</summary>
    /// <param name="status">What it comes to.</param>
    /// <param name="reason">Why; needed for Blocked, at most 128 bytes of UTF-8.</param>
    /// <param name="comment">A remark.</param>
    /// <exception cref="ArgumentException">Blocked without a reason, or too long a one.</exception>
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

    /// <summary>What it comes to.</summary>
    public QushipinAuditStatus Status { get; }

    /// <summary>Why.</summary>
    public string? Reason { get; }

    /// <summary>A remark.</summary>
    public string? Comment { get; }
}
