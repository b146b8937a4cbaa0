namespace VideoPlatforms.Clients.Http;

/// <summary>
/// When a failed attempt is made again: a read always may, a write only where that does no harm. How long to wait before
/// it is up to <see cref="BackOff"/>; its library is loaded with the first failure.
/// </summary>
internal sealed class RetryPolicy(ConnectionOptions options)
{
    // One call never waits longer than this at a time, nor much longer than the second in all.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTotal = TimeSpan.FromMinutes(5);

    /// <summary>Waits for an attempt, and makes further ones until one succeeds or none is due.</summary>
    /// <param name="trip">The call that they are made for.</param>
    /// <param name="first">The attempt under way.</param>
    /// <param name="attempt">Makes a further one.</param>
    /// <param name="observer">Hears of each wait.</param>
    /// <param name="cancellationToken">Ends a wait or an attempt at once.</param>
    public async Task<T> RepeatAsync<T>(Trip trip, Task<T> first, Func<CancellationToken, Task<T>> attempt, ICallObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            return await first.ConfigureAwait(false);
        }
        catch (PlatformException failure) when (options.MaximumRetryCount > 0 && MayRepeat(failure, trip))
        {
            return await BackOff.RepeatAsync(first, attempt, later => MayRepeat(later, trip), LongestWait, options, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayRepeat(PlatformException failure, Trip trip)
    {
        if (!failure.Kind.Transient || failure.RetryAfter > LongestWait || trip.Elapsed + (failure.RetryAfter ?? TimeSpan.Zero) > LongestTotal)
        {
            return false;
        }

        // A call that was turned away for haste was not carried out.
        return trip.Call.Safety != CallSafety.Once || !failure.MayHaveArrived || failure.HttpStatus == 429;
    }
}
