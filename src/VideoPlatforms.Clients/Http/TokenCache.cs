using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Caches the token of a session. The token is fetched when it is first needed, and renewed before it expires or if the server
/// rejects it. Concurrent calls share one renewal.
/// </summary>
/// <param name="supplied">A token that the user supplied and that can't be renewed; null if the session fetches its tokens.</param>
/// <param name="rejections">The kinds of errors that report a rejected token.</param>
internal sealed class TokenCache(Token? supplied, params ErrorKind[] rejections) : IRecovery, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(300);

    // A token is used for at least this long, so that a wrong clock does not cause a new token for each call.
    private static readonly TimeSpan MinimumLifetime = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private volatile bool _cleared;
    private CachedToken? _cached = supplied is null ? null : new(supplied, 0, DateTimeOffset.MinValue);

    /// <summary>Gets or sets the local clock.</summary>
    public Func<DateTimeOffset> UtcNow { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Gets or sets the function that fetches a token from the server; null if the token can't be renewed.</summary>
    public Func<ICallObserver, CancellationToken, Task<Token>>? Fetch { get; set; }

    /// <summary>Gets the token to send; null if there is none.</summary>
    public Secret? Current => Volatile.Read(ref _cached)?.Token.Value;

    /// <summary>Gets the expiration time of the token; null if it is unknown.</summary>
    public DateTimeOffset? ExpiresAt => Volatile.Read(ref _cached)?.Token.ExpiresAt;

    /// <summary>
    /// Gets the number of times that a token was fetched. It shows whether a rejected call used the current token or an older one.
    /// </summary>
    public int Generation => Volatile.Read(ref _cached)?.Generation ?? 0;

    /// <summary>Fetches a token if there is none, or if it is about to expire.</summary>
    public async ValueTask EnsureAsync(ICallObserver observer, CancellationToken cancellationToken)
    {
        if (!IsValid)
        {
            await RenewAsync(Generation, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (!rejections.Contains(failure.Kind) || Fetch is null)
        {
            return false;
        }

        await RenewAsync(failure.TokenGeneration, observer, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Clears the token. A token that is being fetched is cleared when it arrives.</summary>
    public void Clear()
    {
        _cleared = true;
        Volatile.Write(ref _cached, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        _renewal.Dispose();
    }

    private bool IsValid =>
        Volatile.Read(ref _cached) is { } cached
        && (Fetch is null
            || cached.Token.ExpiresAt is not { } end
            || UtcNow() < end - RenewBefore
            || UtcNow() < cached.Since + MinimumLifetime);

    private async Task RenewAsync(int rejected, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (Fetch is not { } fetch)
        {
            return;
        }

        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_cached is null || _cached.Generation <= rejected)
            {
                var token = await fetch(observer, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _cached, new(token, rejected + 1, UtcNow()));
                if (_cleared)
                {
                    Clear();
                }
            }
        }
        finally
        {
            _renewal.Release();
        }
    }

    private sealed record CachedToken(Token Token, int Generation, DateTimeOffset Since);
}
