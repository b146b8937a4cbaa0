using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Common;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// Represents a connection to one platform with one account. The client contains the keys, passwords and tokens; this class does
/// not expose them. The class is thread-safe. A session from a file or another process is only a reference: calls use the open
/// session that it names.
/// </summary>
public sealed class VideoPlatformSession
{
    private readonly Lazy<string> _text;
    private readonly bool _wasOpen;
    private PlatformClient? _client;
    private DateTimeOffset? _expiresAt;

    internal VideoPlatformSession(string name, PlatformClient client)
        : this(client.Platform, name, client.Account, client.BaseUri, DateTimeOffset.Now, null)
    {
        _client = client;
        _wasOpen = true;
        client.Session = this;
    }

    /// <summary>Initializes a reference to a session that was opened in another process.</summary>
    internal VideoPlatformSession(Platform platform, string name, string account, Uri baseUri, DateTimeOffset connectedAt, DateTimeOffset? expiresAt)
        : this(platform, name, new SessionReference(platform, name, account, baseUri))
    {
        Account = account;
        BaseUri = baseUri;
        ConnectedAt = connectedAt;
        _expiresAt = expiresAt;
    }

    /// <summary>Initializes a reference to a session of which only the text form is known.</summary>
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

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the name of the session; <c>default</c> if none was specified.</summary>
    public string Name { get; }

    /// <summary>Gets the account by the platform's identifier: user ID, app ID or user name.</summary>
    public string? Account { get; }

    /// <summary>Gets the server's base address.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets the time when the session was opened.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Gets the expiration time of the token; null if there is no token, or if its expiration time is unknown.</summary>
    public DateTimeOffset? ExpiresAt => _client is { } client ? client.ExpiresAt : _expiresAt;

    /// <summary>Gets a value indicating whether the session can make calls.</summary>
    internal bool IsOpen => _client is not null;

    /// <summary>Gets a value indicating whether the session was open in this process and was closed.</summary>
    internal bool IsClosed => _wasOpen && !IsOpen;

    /// <summary>Gets the client that makes the calls of the session.</summary>
    /// <exception cref="InvalidOperationException">The session is not open.</exception>
    internal PlatformClient Client => _client ?? throw new InvalidOperationException(ToString());

    /// <summary>Gets the platform, name, account and server, with which a reference to this session is compared.</summary>
    internal SessionReference Reference { get; }

    /// <summary>Gets the platform and name, such as <c>Qushipin/default</c>.</summary>
    internal string QualifiedName => $"{Platform}/{Name}";

    /// <summary>Returns the platform, name, account and server, such as <c>Qushipin/default ops@vod.example.com</c>.</summary>
    public override string ToString() => _text.Value;

    /// <summary>Closes all connections and clears the secrets. Items that were read with the session keep it as a reference.</summary>
    internal void Close()
    {
        if (Interlocked.Exchange(ref _client, null) is { } client)
        {
            _expiresAt = client.ExpiresAt;
            client.Dispose();
        }
    }
}
