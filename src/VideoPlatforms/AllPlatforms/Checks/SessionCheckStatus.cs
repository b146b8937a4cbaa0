#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the result of a check.</summary>
public enum SessionCheckStatus
{
    /// <summary>Everything is as expected.</summary>
    Pass,

    /// <summary>The session works, but something needs attention.</summary>
    Warn,

    /// <summary>The session does not work as it is.</summary>
    Fail,

    /// <summary>The check was not possible, because another one failed or the server does not provide what it needs.</summary>
    Skipped,
}
