using System.Runtime.CompilerServices;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients;

/// <summary>Makes the calls of one platform under one account. May be used from many threads at once.</summary>
public abstract class PlatformClient : IDisposable
{
    private readonly PlatformProtocol _protocol;

    private protected PlatformClient(PlatformProtocol protocol, SessionClock clock, ConnectionOptions options)
    {
        _protocol = protocol;
        Connection = new(protocol, clock, options);
        SkipsCertificateCheck = options.SkipCertificateCheck;
        RequestsPerSecond = options.RequestsPerSecond ?? protocol.Description.DefaultRequestsPerSecond;
    }

    /// <summary>The platform.</summary>
    public Platform Platform => _protocol.Description.Platform;

    /// <summary>The account, as the platform calls it.</summary>
    public string Account => _protocol.Account;

    /// <summary>The server's base address.</summary>
    public Uri BaseUri => Connection.Address;

    /// <summary>When the session's token ends; null where the platform has none.</summary>
    public DateTimeOffset? ExpiresAt => _protocol.Tokens?.ExpiresAt;

    /// <summary>Whether the server's certificate is not checked.</summary>
    internal bool SkipsCertificateCheck { get; }

    /// <summary>How many requests a second are sent at most.</summary>
    internal double RequestsPerSecond { get; }

    /// <summary>The session that this client speaks for; its videos carry it.</summary>
    internal VideoPlatformSession? Session { get; set; }

    /// <summary>Values of the videos that went by.</summary>
    internal CompletionCache Completions { get; } = new();

    private protected ApiConnection Connection { get; }

    /// <summary>Logs in, or fetches a token, where the platform wants that: shows at once whether the credentials are right.</summary>
    /// <exception cref="PlatformException">The server refused them.</exception>
    public Task SignInAsync(ICallObserver observer, CancellationToken cancellationToken = default) =>
        _protocol.Tokens?.EnsureAsync(observer, cancellationToken).AsTask() ?? Task.CompletedTask;

    /// <summary>Logs out where the platform wants that.</summary>
    /// <exception cref="PlatformException">The server refused it.</exception>
    public virtual Task SignOutAsync(ICallObserver observer, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Reads every video of the account, whatever the platform.</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; what came before it stays good.</exception>
    public abstract IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default);

    /// <summary>Ends every call under way, closes every connection and forgets the token. Calls made later fail as not connected.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        _protocol.Tokens?.Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>The list of a response that claims success. Without one the list is unknown, not empty; only a total of 0 says that it is.</summary>
    /// <exception cref="PlatformException">There is none.</exception>
    private protected List<T> RequireList<T>(List<T>? list, long? total, ApiCall call, IVendorResponse response) =>
        list ?? (total == 0 ? [] : throw Connection.Unexpected(call, Messages.ResponseWithoutList, response));

    private protected static async IAsyncEnumerable<Batch<PlatformVideo>> AsPlatformVideosAsync<T>(IAsyncEnumerable<Batch<T>> batches, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : PlatformVideo
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new(batch.Items, batch.Total);
        }
    }
}
