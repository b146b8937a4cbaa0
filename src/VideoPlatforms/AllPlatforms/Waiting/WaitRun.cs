using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Represents what the sessions of one command have in common: the output, the deadline and the progress.</summary>
internal sealed class WaitRun : IDisposable
{
    private readonly ICommandHost _host;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ending;
    private readonly CancellationToken _stopping;
    private readonly int _count;
    private int _settled;

    public WaitRun(WaitOptions options, int count, ICommandHost host, CancellationToken stopping)
    {
        Options = options;
        _count = count;
        _host = host;
        _stopping = stopping;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Ending = _ending.Token;
        options.Clock.CancelAfter(_ending, options.Timeout);
    }

    /// <summary>Gets what the command waits for.</summary>
    public WaitOptions Options { get; }

    /// <summary>Gets a token that is canceled at the deadline, by Ctrl+C, and when one video is enough.</summary>
    public CancellationToken Ending { get; }

    /// <summary>Gets the time until the deadline.</summary>
    public TimeSpan Left => Options.Timeout - Options.Clock.Elapsed;

    /// <summary>Gets a value indicating whether the first video that reached the state was enough.</summary>
    public bool IsSatisfied { get; private set; }

    /// <summary>Gets the observer of the calls.</summary>
    public ICommandHost Host => _host;

    /// <summary>Writes a video that has reached the state.</summary>
    public Task WriteAsync(PlatformVideo video) => SettleAsync(async () =>
    {
        await _host.WriteAsync(video).ConfigureAwait(false);
        IsSatisfied = Options.Any;
    });

    /// <summary>Writes the error of a video.</summary>
    public Task FailAsync(PlatformException failure, object? target) => SettleAsync(() => _host.WriteErrorAsync(failure, target));

    /// <summary>Shows the progress.</summary>
    public void Report(bool isCompleted = false) =>
        _host.Report(new(0, CommandMessages.WaitActivity, CommandMessages.WaitProgress.With(Volatile.Read(ref _settled), _count))
        {
            PercentComplete = (int)(100L * Volatile.Read(ref _settled) / Math.Max(1, _count)),
            TimeLeft = Left > TimeSpan.Zero ? Left : TimeSpan.Zero,
            IsCompleted = isCompleted,
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        _ending.Dispose();
    }

    // What has settled is written even if the deadline passes meanwhile.
    private async Task SettleAsync(Func<Task> write)
    {
        await _turn.WaitAsync(_stopping).ConfigureAwait(false);
        try
        {
            if (IsSatisfied)
            {
                return;
            }

            await write().ConfigureAwait(false);
            Interlocked.Increment(ref _settled);
            Report();
            if (IsSatisfied)
            {
                _ending.Cancel();
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
