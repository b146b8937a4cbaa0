#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Represents the result of one check of a session.</summary>
public sealed class SessionCheck
{
    internal SessionCheck(
        VideoPlatformSession session, SessionCheckKind check, SessionCheckStatus status, string detail, string? recommendation = null, TimeSpan? elapsed = null)
    {
        Session = session;
        Check = check;
        Status = status;
        Detail = detail;
        Recommendation = recommendation;
        Elapsed = elapsed;
    }

    /// <summary>Gets the session that was checked.</summary>
    public VideoPlatformSession Session { get; }

    /// <summary>Gets what was checked.</summary>
    public SessionCheckKind Check { get; }

    /// <summary>Gets the result.</summary>
    public SessionCheckStatus Status { get; }

    /// <summary>Gets what was found.</summary>
    public string Detail { get; }

    /// <summary>Gets the recommended action; null if none is needed.</summary>
    public string? Recommendation { get; }

    /// <summary>Gets the time that the server took: the median for the latency, otherwise of the first request; null without a response.</summary>
    public TimeSpan? Elapsed { get; }

    /// <summary>Returns the session, the check and the result, such as <c>Polyv/default sandbox-user@127.0.0.1:80 Clock: Pass</c>.</summary>
    public override string ToString() => $"{Session} {Check}: {Status}";
}
