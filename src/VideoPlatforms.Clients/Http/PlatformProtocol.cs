using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.Http;

/// <summary>Signs and addresses the requests of an account on a platform.</summary>
/// <param name="description">The platform.</param>
internal abstract class PlatformProtocol(PlatformDescription description)
{
    /// <summary>The platform.</summary>
    public PlatformDescription Description { get; } = description;

    /// <summary>The account, as the platform calls it.</summary>
    public abstract string Account { get; }

    /// <summary>The secrets of the account, redacted wherever a server returns them.</summary>
    public abstract IEnumerable<Secret> Secrets { get; }

    /// <summary>The ways to recover from a rejected request. Each is tried once per call.</summary>
    public virtual IReadOnlyList<IRecovery> Recoveries => [];

    /// <summary>The session's token; null if the platform has no tokens.</summary>
    public virtual TokenCache? Tokens => null;

    /// <summary>Signs and addresses an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="address">The server's base address, ending in a slash.</param>
    /// <param name="now">The server's time.</param>
    public abstract Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now);
}
