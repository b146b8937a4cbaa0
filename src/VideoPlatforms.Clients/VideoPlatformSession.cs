using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Common;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// A connection to one platform under one account: who, where and since when. What signs its calls (keys,
/// passwords, tokens) stays inside the client; nothing here shows it. May be used from many threads at once.
/// A session that came from a file or another process only says which one it was: calls go through the open session that it names.
/// </summary>
public sealed class VideoPlatformSession
{
    private readonly Lazy<string> _text;
    private PlatformClient? _client;
    private DateTimeOffset? _expiresAt;

    internal VideoPlatformSession(string name, PlatformClient client)
        : this(client.Platform, name, client.Account, client.BaseUri, DateTimeOffset.Now, null)
    {
        _client = client;
        client.Session = this;
    }

    /// <summary>Names a session that was open elsewhere.</summary>
    internal VideoPlatformSession(Platform platform, string name, string account, Uri baseUri, DateTimeOffset connectedAt, DateTimeOffset? expiresAt)
        : this(platform, name, new SessionReference(platform, name, account, baseUri))
    {
        Account = account;
        BaseUri = baseUri;
        ConnectedAt = connectedAt;
        _expiresAt = expiresAt;
    }

    /// <summary>Names a session of which only text is known.</summary>
    internal VideoPlatformSession(Platform platform, SessionReference reference)
        : this(platform, reference.ToString(), reference)
    {
    }

    private VideoPlatformSession(Platform platform, string name, SessionReference reference)
    {
        Platform = platform;
        Name = name;
        Reference = reference;
        _text = new(reference.ToString);
    }

    /// <summary>The platform.</summary>
    public Platform Platform { get; }

    /// <summary>The name given at Connect; <c>default</c> if none was given.</summary>
    public string Name { get; }

    /// <summary>The account, as the platform calls it: user id, app id or user name.</summary>
    public string? Account { get; }

    /// <summary>The server's base address.</summary>
    public Uri? BaseUri { get; }

    /// <summary>When the session was opened.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>When its token ends; null if the platform has no tokens or none has been fetched yet.</summary>
    public DateTimeOffset? ExpiresAt => _client is { } client ? client.ExpiresAt : _expiresAt;

    /// <summary>Whether calls can be made through it.</summary>
    internal bool IsOpen => _client is not null;

    /// <summary>Whether it was open in this process and is not any more.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Makes the calls of this session.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    internal PlatformClient Client => _client ?? throw new InvalidOperationException(ToString());

    /// <summary>Platform, name, account and server: what a reference to this session is compared with.</summary>
    internal SessionReference Reference { get; }

    /// <summary>Platform and name, as in <c>Qushipin/default</c>.</summary>
    internal string QualifiedName => $"{Platform}/{Name}";

    /// <summary>Platform, name, account and server, as in <c>Qushipin/default ops@vod.example.com</c>.</summary>
    public override string ToString() => _text.Value;

    /// <summary>Closes every connection and forgets the secrets. What was read with the session still says which one it was.</summary>
    internal void Close()
    {
        if (Interlocked.Exchange(ref _client, null) is { } client)
        {
            IsClosed = true;
            _expiresAt = client.ExpiresAt;
            client.Dispose();
        }
    }
}
