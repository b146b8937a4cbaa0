using System.Diagnostics;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Measures the time that a command waits. A test can replace it.</summary>
internal class WaitClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Gets the time since the command began to wait.</summary>
    public virtual TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Gets the time of the system clock.</summary>
    public virtual DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <summary>Waits.</summary>
    public virtual Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    /// <summary>Cancels a token source after a time.</summary>
    public virtual void CancelAfter(CancellationTokenSource source, TimeSpan delay) => source.CancelAfter(delay);
}
