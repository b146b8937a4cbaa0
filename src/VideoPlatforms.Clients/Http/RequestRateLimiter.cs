using System.Threading.RateLimiting;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Limits the request rate of all users of a session together. A burst contains at most the requests of a tenth of a second, but
/// at least one.
/// </summary>
internal sealed class RequestRateLimiter : IDisposable
{
    private readonly Lazy<TokenBucketRateLimiter> _bucket;

    public RequestRateLimiter(double requestsPerSecond) =>
        _bucket = new(() =>
        {
            var tokens = Math.Max(1, (int)(requestsPerSecond / 10));
            return new(new TokenBucketRateLimiterOptions
            {
                TokenLimit = tokens,
                TokensPerPeriod = tokens,
                ReplenishmentPeriod = TimeSpan.FromSeconds(tokens / requestsPerSecond),
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        });

    /// <summary>Waits until a request can be sent.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        // The lease is not disposed: only time replenishes a token bucket.
        var lease = _bucket.Value.AcquireAsync(1, cancellationToken);
        return lease.IsCompletedSuccessfully ? default : new(lease.AsTask());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        GC.SuppressFinalize(this);
    }

    // The timer of the bucket keeps the bucket alive, but not this object: the finalizer stops the timer of a session that was not closed.
    ~RequestRateLimiter() => Stop();

    private void Stop()
    {
        if (_bucket.IsValueCreated)
        {
            _bucket.Value.Dispose();
        }
    }
}
