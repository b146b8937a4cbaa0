using VideoPlatforms.AllPlatforms.Waiting;

namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>A clock whose time passes only while a command waits: a test does in between what a platform does.</summary>
internal sealed class ManualClock : WaitClock
{
    private readonly object _lock = new();
    private CancellationTokenSource? _deadline;
    private TimeSpan _deadlineAt;
    private TimeSpan _elapsed;

    /// <summary>What happens during each delay: receives its number, from 1, and its length.</summary>
    public Action<int, TimeSpan> During { get; set; } = (_, _) => { };

    /// <summary>The delays so far.</summary>
    public List<TimeSpan> Delays { get; } = [];

    public override TimeSpan Elapsed => _elapsed;

    public override DateTimeOffset Now => Started + _elapsed;

    /// <summary>The time of the system clock at which the command began to wait.</summary>
    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Delays.Add(delay);
            During(Delays.Count, delay);
            Pass(delay);
            return cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;
        }
    }

    public override void CancelAfter(CancellationTokenSource source, TimeSpan delay) => (_deadline, _deadlineAt) = (source, delay);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        _elapsed += time;
        if (_deadline is { IsCancellationRequested: false } && _elapsed >= _deadlineAt)
        {
            _deadline.Cancel();
        }
    }
}
