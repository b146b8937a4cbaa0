using System.Threading.RateLimiting;

namespace VideoPlatforms.Clients.Http;

/// <summary>Keeps all users of a session together under its limit, without bursts of more than a tenth of a second's worth.</summary>
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

    /// <summary>Waits for its turn.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        // The lease gives nothing back: a token bucket fills with time alone.
        var lease = _bucket.Value.AcquireAsync(1, cancellationToken);
        return lease.IsCompletedSuccessfully ? default : new(lease.AsTask());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        GC.SuppressFinalize(this);
    }

    // The bucket's timer keeps the bucket alive, but not this object: a session that nobody closed stops it here.
    ~RequestRateLimiter() => Stop();

    private void Stop()
    {
        if (_bucket.IsValueCreated)
        {
            _bucket.Value.Dispose();
        }
    }
}
