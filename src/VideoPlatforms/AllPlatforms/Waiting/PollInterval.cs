namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Calculates the time until the next look: it doubles from look to look between the two limits, with jitter.</summary>
internal sealed class PollInterval(WaitOptions options)
{
    // Long before this many doublings, the larger limit is reached.
    private const int MaxDoublings = 30;

    // The last look begins so early before the deadline that it can end.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    // Commands that start at the same time do not look at the same times.
    private readonly Random _random = new(Guid.NewGuid().GetHashCode());
    private int _looks;

    /// <summary>Returns the time until the next look.</summary>
    /// <param name="look">How long the last look took.</param>
    /// <param name="left">The time until the deadline.</param>
    public TimeSpan Next(TimeSpan look, TimeSpan left)
    {
        var largest = Math.Min(options.MaxInterval.Ticks, options.MinInterval.Ticks * Math.Pow(2, Math.Min(_looks++, MaxDoublings)));
        var delay = TimeSpan.FromTicks((long)Math.Max(options.MinInterval.Ticks, largest * Jitter()));
        var last = left - look - look - Margin;
        return delay <= last ? delay
            : last.Ticks > options.MinInterval.Ticks / 2 ? last
            : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

#pragma warning disable CA5394 // The jitter needs no secure random numbers.
    private double Jitter() => 0.5 + (_random.NextDouble() / 2);
#pragma warning restore CA5394
}
