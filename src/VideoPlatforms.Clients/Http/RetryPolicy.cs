namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Determines whether a failed attempt is retried: a read always can be, a write only if that can't apply it twice. The delay is
/// determined by <see cref="BackOff"/>, which loads Polly only after the first error.
/// </summary>
internal sealed class RetryPolicy(ConnectionOptions options)
{
    // The maximum of one delay, and of the time since the call began after which it is not retried.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxTotalTime = TimeSpan.FromMinutes(5);

    /// <summary>Waits for an attempt, and retries it until an attempt succeeds or must not be retried.</summary>
    /// <param name="context">The call.</param>
    /// <param name="first">The first attempt, which was started.</param>
    /// <param name="attempt">Makes another attempt.</param>
    /// <param name="observer">Receives each delay.</param>
    /// <param name="cancellationToken">Cancels a delay or an attempt at once.</param>
    public async Task<T> RepeatAsync<T>(RequestContext context, Task<T> first, Func<CancellationToken, Task<T>> attempt, ICallObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            return await first.ConfigureAwait(false);
        }
        catch (PlatformException failure) when (options.MaximumRetryCount > 0 && observer is not ProbeObserver && MayRepeat(failure, context))
        {
            return await BackOff.RepeatAsync(first, attempt, later => MayRepeat(later, context), MaxDelay, options, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayRepeat(PlatformException failure, RequestContext context)
    {
        if (!failure.Kind.Transient || failure.RetryAfter > MaxDelay || context.Elapsed + (failure.RetryAfter ?? TimeSpan.Zero) > MaxTotalTime)
        {
            return false;
        }

        // A server does not process a request that exceeds the rate limit.
        return context.Call.Semantics != CallSemantics.NonIdempotent || !failure.MayHaveArrived || failure.HttpStatus == 429;
    }
}
