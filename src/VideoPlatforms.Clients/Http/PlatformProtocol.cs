using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>How one platform wants to be spoken to, under one account.</summary>
internal abstract class PlatformProtocol
{
    /// <summary>The platform.</summary>
    public abstract Platform Platform { get; }

    /// <summary>The account, as the platform calls it.</summary>
    public abstract string Account { get; }

    /// <summary>Where the platform answers the public; null where every customer has a server of their own.</summary>
    public virtual Uri? PublicAddress => null;

    /// <summary>What the platform lets a caller ask for, where the user sets nothing else.</summary>
    public abstract double DefaultRequestsPerSecond { get; }

    /// <summary>The error table of the platform's document.</summary>
    public abstract ErrorMap Errors { get; }

    /// <summary>What may be shown of a request in a debug line: every other parameter and header is masked.</summary>
    public abstract IReadOnlyCollection<string> LoggableNames { get; }

    /// <summary>Secrets of the account, masked wherever a server echoes them.</summary>
    public abstract IEnumerable<Secret> Secrets { get; }

    /// <summary>Ways to mend a refused call; each is tried once a call.</summary>
    public virtual IReadOnlyList<IRecovery> Recoveries => [];

    /// <summary>Holds the session's token; null where the platform wants none.</summary>
    public virtual TokenCache? Tokens => null;

    /// <summary>Signs and addresses one attempt.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="address">The server's base address, ending in a slash.</param>
    /// <param name="now">The session's clock.</param>
    public abstract Attempt Prepare(ApiCall call, Uri address, DateTimeOffset now);
}
