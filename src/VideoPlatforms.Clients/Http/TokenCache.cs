using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Holds a session's token: fetched when first needed, renewed before it ends and once more where the server no longer
/// takes it. Calls that run side by side share one renewal.
/// </summary>
/// <param name="given">A token that came from elsewhere and cannot be renewed; null where the session fetches its own.</param>
/// <param name="refusals">The failures that mean a refused token.</param>
internal sealed class TokenCache(Token? given, params ErrorKind[] refusals) : IRecovery, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(300);

    // Whatever the clocks say, a token is good for this long after it was fetched: no new one for every call.
    private static readonly TimeSpan MinimumLifetime = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _forgotten;
    private Held? _held = given is null ? null : new(given, 0, DateTimeOffset.MinValue);

    /// <summary>This machine's clock.</summary>
    public Func<DateTimeOffset> UtcNow { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Fetches a token from the server; null where the one given is all there is.</summary>
    public Func<ICallObserver, CancellationToken, Task<Token>>? Fetch { get; set; }

    /// <summary>The token to send.</summary>
    public Secret? Current => Volatile.Read(ref _held)?.Token.Value;

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt => Volatile.Read(ref _held)?.Token.ExpiresAt;

    /// <summary>How often it was renewed: tells a call that was refused with an old token from one that needs a new one.</summary>
    public int Generation => Volatile.Read(ref _held)?.Generation ?? 0;

    /// <summary>Fetches a token where there is none, or none that lasts.</summary>
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
        if (!refusals.Contains(failure.Kind) || Fetch is null)
        {
            return false;
        }

        await RenewAsync(failure.TokenGeneration, observer, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Forgets the token, and one that is being fetched as soon as it comes.</summary>
    public void Clear()
    {
        _forgotten = true;
        Volatile.Write(ref _held, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        _turn.Dispose();
    }

    private bool IsValid =>
        Volatile.Read(ref _held) is { } held
        && (Fetch is null
            || held.Token.ExpiresAt is not { } end
            || UtcNow() < end - RenewBefore
            || UtcNow() < held.Since + MinimumLifetime);

    private async Task RenewAsync(int refused, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (Fetch is not { } fetch)
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_held is null || _held.Generation <= refused)
            {
                var token = await fetch(observer, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _held, new(token, refused + 1, UtcNow()));
                if (_forgotten)
                {
                    Clear();
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed record Held(Token Token, int Generation, DateTimeOffset Since);
}
