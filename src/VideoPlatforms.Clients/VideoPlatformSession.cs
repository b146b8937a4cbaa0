using VideoPlatforms.Clients;

namespace VideoPlatforms;

/// <summary>
/// A connection to one platform under one account: who, where and since when. What signs its calls (keys,
/// passwords, tokens) stays inside the client; nothing here shows it. May be used from many threads at once.
/// </summary>
public sealed class VideoPlatformSession
{
    internal VideoPlatformSession(string name, PlatformClient client)
    {
        Name = name;
        Client = client;
        ConnectedAt = DateTimeOffset.Now;
        client.Session = this;
    }

    /// <summary>The platform.</summary>
    public Platform Platform => Client.Platform;

    /// <summary>The name given at Connect; <c>default</c> where none was given.</summary>
    public string Name { get; }

    /// <summary>The account, as the platform calls it: user id, app id or user name.</summary>
    public string Account => Client.Account;

    /// <summary>The server's base address.</summary>
    public Uri BaseUri => Client.BaseUri;

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>When its token ends; null where the platform has no tokens or none has been fetched yet.</summary>
    public DateTimeOffset? ExpiresAt => Client.ExpiresAt;

    /// <summary>Speaks for this session.</summary>
    internal PlatformClient Client { get; }

    /// <summary>Platform and name, as in <c>Qushipin/default</c>.</summary>
    public override string ToString() => $"{Platform}/{Name}";
}
