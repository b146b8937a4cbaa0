#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>A change that a platform carried out: a line of an audit log.</summary>
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

    /// <summary>The platform.</summary>
    public Platform Platform { get; }

    /// <summary>The call, by the document's name, such as <c>createAudit</c>.</summary>
    public string Operation { get; }

    /// <summary>The item that was changed: a video's id, or an address.</summary>
    public string Target { get; }

    /// <summary>What the server said.</summary>
    public string? Message { get; }

    /// <summary>The server's id of the request.</summary>
    public string? RequestId { get; }

    /// <summary>When the change was confirmed.</summary>
    public DateTimeOffset CompletedAt { get; }

    /// <summary>The session that it was made with; as text it says account and server.</summary>
    public VideoPlatformSession? Session { get; }

    /// <summary>Operation and target, as in <c>createAudit 23rfewc23</c>.</summary>
    public override string ToString() => $"{Operation} {Target}";
}
