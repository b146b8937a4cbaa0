#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies what a check of a session is about.</summary>
public enum SessionCheckKind
{
    /// <summary>Whether the platform accepts the credentials.</summary>
    Credential,

    /// <summary>Whether the system clock agrees with the clock of the server.</summary>
    Clock,

    /// <summary>Whether the server responds, and how quickly.</summary>
    Latency,

    /// <summary>How many requests the session sends per second.</summary>
    RateLimit,

    /// <summary>Whether the responses match the documentation of the platform.</summary>
    Contract,
}
