#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents a change that a platform confirmed, for example as a line of an audit log.</summary>
public sealed class VideoOperationResult
{
    internal VideoOperationResult(
        Platform platform, string operation, string target, string? message, string? requestId, VideoPlatformSession? session, DateTimeOffset? completedAt = null)
    {
        Platform = platform;
        Operation = operation;
        Target = target;
        Message = message;
        RequestId = requestId;
        CompletedAt = completedAt ?? DateTimeOffset.Now;
        Session = session;
    }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the name of the call in the vendor's document, such as <c>createAudit</c>.</summary>
    public string Operation { get; }

    /// <summary>Gets the item that was changed: the ID of a video, or an address.</summary>
    public string Target { get; }

    /// <summary>Gets the server's message.</summary>
    public string? Message { get; }

    /// <summary>Gets the server's ID of the request.</summary>
    public string? RequestId { get; }

    /// <summary>Gets the time when the change was confirmed.</summary>
    public DateTimeOffset CompletedAt { get; }

    /// <summary>Gets the session that was used. Its text form contains the account and the server.</summary>
    public VideoPlatformSession? Session { get; }

    /// <summary>Returns the operation and the target, such as <c>createAudit 23rfewc23</c>.</summary>
    public override string ToString() => $"{Operation} {Target}";
}
