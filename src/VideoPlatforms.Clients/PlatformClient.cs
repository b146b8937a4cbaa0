using System.Runtime.CompilerServices;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients;

/// <summary>Makes the calls of one platform with one account. The class is thread-safe.</summary>
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

    /// <summary>Gets the platform.</summary>
    public Platform Platform => _protocol.Description.Platform;

    /// <summary>Gets the account by the platform's identifier: user ID, app ID or user name.</summary>
    public string Account => _protocol.Account;

    /// <summary>Gets the server's base address.</summary>
    public Uri BaseUri => Connection.Address;

    /// <summary>Gets the expiration time of the token; null if there is no token, or if its expiration time is unknown.</summary>
    public DateTimeOffset? ExpiresAt => _protocol.Tokens?.ExpiresAt;

    /// <summary>Gets a value indicating whether the server's certificate is not validated.</summary>
    internal bool SkipsCertificateCheck { get; }

    /// <summary>Gets the rate limit of the session, in requests per second.</summary>
    internal double RequestsPerSecond { get; }

    /// <summary>Gets or sets the session that uses this client. It becomes the session of the videos that the client returns.</summary>
    internal VideoPlatformSession? Session { get; set; }

    /// <summary>Gets the values for tab completion that the videos contained.</summary>
    internal CompletionCache Completions { get; } = new();

    private protected ApiConnection Connection { get; }

    /// <summary>Logs in or fetches a token if the platform requires it, so that wrong credentials are reported at once.</summary>
    /// <exception cref="PlatformException">The server rejected the credentials, or the call failed.</exception>
    public Task SignInAsync(ICallObserver observer, CancellationToken cancellationToken = default) =>
        _protocol.Tokens?.EnsureAsync(observer, cancellationToken).AsTask() ?? Task.CompletedTask;

    /// <summary>Logs out if the platform requires it.</summary>
    /// <exception cref="PlatformException">The call failed.</exception>
    public virtual Task SignOutAsync(ICallObserver observer, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Gets all videos of the account, with the type that all platforms share.</summary>
    /// <returns>Batches in the order of the list.</returns>
    /// <exception cref="PlatformException">A page could not be read; earlier batches remain valid.</exception>
    public abstract IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default);

    /// <summary>Cancels all active calls, closes all connections and clears the token. Later calls fail with the reason NotConnected.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        _protocol.Tokens?.Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>Returns the list of a response that reports success. A missing list is unknown, not empty, unless the total is 0.</summary>
    /// <exception cref="PlatformException">The list is missing, and the total is not 0.</exception>
    private protected List<T> RequireList<T>(List<T>? list, long? total, ApiCall call, IVendorResponse response) =>
        list ?? (total == 0 ? [] : throw Connection.Unexpected(call, Messages.ResponseWithoutList, response));

    private protected static async IAsyncEnumerable<Batch<PlatformVideo>> AsPlatformVideosAsync<T>(IAsyncEnumerable<Batch<T>> batches, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : PlatformVideo
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new(batch.Items, batch.Total) { PageSize = batch.PageSize };
        }
    }
}
