using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Specifies what a command waits for, and how.</summary>
internal sealed class WaitOptions
{
    /// <summary>How long a command waits by default.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromHours(1);

    private static readonly TimeSpan DefaultMinInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromSeconds(60);
    private static readonly VideoState[] DefaultFailOn = [VideoState.Failed, VideoState.Blocked, VideoState.Deleted];

    private WaitOptions()
    {
    }

    /// <summary>Gets the states to wait for.</summary>
    public IReadOnlyCollection<VideoState> States { get; private init; } = [];

    /// <summary>Gets the states that are failures.</summary>
    public IReadOnlyCollection<VideoState> FailOn { get; private init; } = [];

    /// <summary>Gets the time for all videos together.</summary>
    public TimeSpan Timeout { get; private init; }

    /// <summary>Gets the smallest interval between two looks at a platform.</summary>
    public TimeSpan MinInterval { get; private init; }

    /// <summary>Gets the largest interval between two looks at a platform.</summary>
    public TimeSpan MaxInterval { get; private init; }

    /// <summary>Gets a value indicating whether the first video that reaches the state is enough.</summary>
    public bool Any { get; private init; }

    /// <summary>Gets how long an earlier result of a task is ignored if the platform does not report that the new one is running.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the number of videos per page of a list.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Gets the clock.</summary>
    public WaitClock Clock { get; init; } = new();

    /// <summary>Combines parameters and defaults.</summary>
    /// <param name="states">The states to wait for; null or none for Ready.</param>
    /// <param name="failOn">The states that are failures; null for the default.</param>
    /// <param name="timeout">The time for all videos together.</param>
    /// <param name="minInterval">The smallest interval between two looks; null for the default.</param>
    /// <param name="maxInterval">The largest interval between two looks; null for the default.</param>
    /// <param name="any">Whether the first video that reaches the state is enough.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">A value is invalid, or two values contradict each other.</exception>
    public static WaitOptions Create(
        IReadOnlyCollection<VideoState>? states,
        IReadOnlyCollection<VideoState>? failOn,
        TimeSpan timeout,
        TimeSpan? minInterval = null,
        TimeSpan? maxInterval = null,
        bool any = false,
        WaitClock? clock = null)
    {
        var wanted = states is { Count: > 0 } ? states : [VideoState.Ready];
        if (failOn?.FirstOrDefault(wanted.Contains) is { } both && failOn.Any(wanted.Contains))
        {
            throw new ArgumentException(CommandMessages.WaitStateTwice.With(both), nameof(failOn));
        }

        if (timeout <= TimeSpan.Zero)
        {
            throw new ArgumentException(CommandMessages.WaitTimeoutRange, nameof(timeout));
        }

        // An interval alone moves the default of the other one.
        var min = minInterval ?? Smaller(DefaultMinInterval, maxInterval ?? DefaultMaxInterval);
        var max = maxInterval ?? Larger(DefaultMaxInterval, min);
        if (min <= TimeSpan.Zero || max < min)
        {
            throw new ArgumentException(CommandMessages.WaitIntervalRange.With(min.TotalSeconds, max.TotalSeconds), nameof(minInterval));
        }

        return new()
        {
            States = wanted,
            FailOn = failOn ?? [.. DefaultFailOn.Except(wanted)],
            Timeout = timeout,
            MinInterval = min,
            MaxInterval = max,
            Any = any,
            Clock = clock ?? new(),
        };
    }

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Larger(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
