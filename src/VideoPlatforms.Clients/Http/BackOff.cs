using System.Globalization;
using Polly;
using Polly.Retry;

namespace VideoPlatforms.Clients.Http;

/// <summary>How long to wait before an attempt is made again: exponential back-off with jitter, or what the server asks for.</summary>
internal static class BackOff
{
    /// <summary>Makes further attempts until one succeeds or no further one is due.</summary>
    /// <param name="failed">The latest attempt.</param>
    /// <param name="attempt">Makes a further one.</param>
    /// <param name="mayRepeat">Whether one is due after a failure.</param>
    /// <param name="longestWait">What a wait may grow to.</param>
    /// <param name="options">How many attempts are made, and how long the first wait is.</param>
    /// <param name="observer">Hears of each wait.</param>
    /// <param name="cancellationToken">Ends a wait or an attempt at once.</param>
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

    // The status says more than the reason, unless the response began well and broke off or came too late.
    private static string Reason(PlatformException failure) =>
        failure.HttpStatus is >= 300 and var status ? status.ToString(CultureInfo.InvariantCulture) : failure.Reason;
}
