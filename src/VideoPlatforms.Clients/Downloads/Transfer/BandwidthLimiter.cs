using System.Diagnostics;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Limits the bytes per second of all downloads together.</summary>
/// <param name="bytesPerSecond">The limit; null for none.</param>
internal sealed class BandwidthLimiter(long? bytesPerSecond)
{
    // Small steps, so that the downloads share the limit evenly and the rate is steady.
    private const int StepsPerSecond = 20;

    private readonly object _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private double _usedUntil;

    /// <summary>Returns how many bytes to read at once.</summary>
    public int StepOf(int bufferSize) => bytesPerSecond is { } limit ? (int)Math.Min(bufferSize, Math.Max(1, limit / StepsPerSecond)) : bufferSize;

    /// <summary>Waits until bytes that were read are within the limit.</summary>
    public Task WaitAsync(int bytes, CancellationToken cancellationToken)
    {
        if (bytesPerSecond is not { } limit)
        {
            return Task.CompletedTask;
        }

        double delay;
        lock (_lock)
        {
            var now = _clock.Elapsed.TotalSeconds;
            delay = Math.Max(_usedUntil - now, 0);
            _usedUntil = now + delay + ((double)bytes / limit);
        }

        return delay <= 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromSeconds(delay), cancellationToken);
    }
}
