using System.Globalization;
using Polly;
using Polly.Retry;

namespace VideoPlatforms.Clients.Http;

/// <summary>Retries failed attempts after a delay: exponential back-off with jitter, or the delay that the server requested.</summary>
internal static class BackOff
{
    /// <summary>Retries until an attempt succeeds, an error must not be retried, or the maximum number of retries is reached.</summary>
    /// <returns>The result of the attempt that succeeded.</returns>
    /// <param name="failed">The failed attempt.</param>
    /// <param name="attempt">Makes another attempt.</param>
    /// <param name="mayRepeat">Returns whether another attempt is made after an error.</param>
    /// <param name="longestWait">The maximum delay of the exponential back-off.</param>
    /// <param name="options">The maximum number of retries and the first delay.</param>
    /// <param name="observer">Receives each delay.</param>
    /// <param name="cancellationToken">Cancels a delay or an attempt at once.</param>
    public static async Task<T> RepeatAsync<T>(
        Task<T> failed,
        Func<CancellationToken, Task<T>> attempt,
        Func<PlatformException, bool> mayRepeat,
        TimeSpan longestWait,
        ConnectionOptions options,
        ICallObserver observer,
        CancellationToken cancellationToken)
    {
        var retries = new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaximumRetryCount,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.InitialRetryDelay,
            MaxDelay = longestWait,
            ShouldHandle = arguments => new(arguments.Outcome.Exception is PlatformException failure && mayRepeat(failure)),
            DelayGenerator = arguments => new((arguments.Outcome.Exception as PlatformException)?.RetryAfter),
            OnRetry = arguments =>
            {
                observer.Waiting(Reason((PlatformException)arguments.Outcome.Exception!), arguments.RetryDelay);
                return default;
            },
        };
        Task<T>? made = failed;
        return await new ResiliencePipelineBuilder().AddRetry(retries).Build()
            .ExecuteAsync(token => new ValueTask<T>(Interlocked.Exchange(ref made, null) ?? attempt(token)), cancellationToken)
            .ConfigureAwait(false);
    }

    // The HTTP status is more specific than the reason. If it reports success, the response was truncated or late.
    private static string Reason(PlatformException failure) =>
        failure.HttpStatus is >= 300 and var status ? status.ToString(CultureInfo.InvariantCulture) : failure.Reason;
}
