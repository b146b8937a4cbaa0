using System.Diagnostics;
using System.Globalization;
using Polly;
using Polly.Retry;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// When a failed attempt is made again, and after how long: exponential back-off with jitter, or what the server asks
/// for; a read always may, a write only where that does no harm.
/// </summary>
internal sealed class RetryPolicy
{
    // One call never waits longer than this at a time, nor much longer than the second in all.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTotal = TimeSpan.FromMinutes(5);
    private static readonly ResiliencePropertyKey<Run> RunKey = new(nameof(Run));

    private readonly ResiliencePipeline _pipeline;

    public RetryPolicy(ConnectionOptions options)
    {
        var builder = new ResiliencePipelineBuilder();
        if (options.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstBackOff,
                MaxDelay = LongestWait,
                ShouldHandle = arguments => new(arguments.Outcome.Exception is PlatformException failure && MayRepeat(failure, RunOf(arguments.Context))),
                DelayGenerator = arguments => new((arguments.Outcome.Exception as PlatformException)?.RetryAfter),
                OnRetry = arguments =>
                {
                    Announce((PlatformException)arguments.Outcome.Exception!, arguments.RetryDelay, RunOf(arguments.Context).Observer);
                    return default;
                },
            });
        }

        _pipeline = builder.Build();
    }

    /// <summary>Runs attempts until one succeeds or no further one is due.</summary>
    public async Task<T> RunAsync<T>(ApiCall call, ICallObserver observer, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(RunKey, new Run(call, observer, Stopwatch.GetTimestamp()));
            return await _pipeline
                .ExecuteAsync(static (context, attempt) => new ValueTask<T>(attempt(context.CancellationToken)), context, attempt)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Run RunOf(ResilienceContext context) => context.Properties.GetValue(RunKey, null!);

    private static bool MayRepeat(PlatformException failure, Run run)
    {
        if (!failure.Kind.Transient || failure.RetryAfter > LongestWait || run.Elapsed + (failure.RetryAfter ?? TimeSpan.Zero) > LongestTotal)
        {
            return false;
        }

        // A call that was turned away for haste was not carried out.
        return run.Call.Safety != CallSafety.Once || !failure.MayHaveArrived || failure.HttpStatus == 429;
    }

    // The status says more than the reason, unless the answer began well and broke off or came too late.
    private static void Announce(PlatformException failure, TimeSpan delay, ICallObserver observer) =>
        observer.Waiting(failure.HttpStatus is >= 300 and var status ? status.ToString(CultureInfo.InvariantCulture) : failure.Reason, delay);

    private sealed record Run(ApiCall Call, ICallObserver Observer, long Started)
    {
        public TimeSpan Elapsed => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - Started) / (double)Stopwatch.Frequency);
    }
}
