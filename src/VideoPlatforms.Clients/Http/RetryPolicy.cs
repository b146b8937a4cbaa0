namespace VideoPlatforms.Clients.Http;

/// <summary>
/// When a failed attempt is made again: a read always may, a write only where that does no harm. How long to wait before
/// it is up to <see cref="BackOff"/>; its library is loaded with the first failure.
/// </summary>
internal sealed class RetryPolicy(ConnectionOptions options)
{
    // One call never waits longer than this at a time, nor much longer than the second in all.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxTotalTime = TimeSpan.FromMinutes(5);

    /// <summary>Waits for an attempt, and makes further ones until one succeeds or none is due.</summary>
    /// <param name="context">The call that they are made for.</param>
    /// <param name="first">The attempt under way.</param>
    /// <param name="attempt">Makes a further one.</param>
    /// <param name="observer">Hears of each wait.</param>
    /// <param name="cancellationToken">Ends a wait or an attempt at once.</param>
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

        // A call that was turned away for haste was not carried out.
        return context.Call.Semantics != CallSemantics.NonIdempotent || !failure.MayHaveArrived || failure.HttpStatus == 429;
    }
}
