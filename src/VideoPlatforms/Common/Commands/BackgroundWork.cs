using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>
/// Processes the objects of a pipeline concurrently: work continues while the next object is awaited, and its output is written as soon
/// as the command has a host again.
/// </summary>
internal sealed class BackgroundWork : IDisposable
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly int _limit;
    private readonly CancellationTokenSource _stopping;
    private readonly Action<ICommandHost> _report;
    private readonly HashSet<Task> _running = [];

    /// <param name="limit">The maximum number of objects that are processed at the same time.</param>
    /// <param name="report">Reports the progress.</param>
    /// <param name="stopping">Cancels the work.</param>
    public BackgroundWork(int limit, Action<ICommandHost> report, CancellationToken stopping)
    {
        _limit = limit;
        _report = report;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    /// <summary>Gets the output of the work.</summary>
    public OutputQueue Output { get; } = new();

    /// <summary>Starts the work on an object as soon as its turn comes. Until then, writes the output of the other objects.</summary>
    public async Task StartAsync(Func<CancellationToken, Task> work, ICommandHost host, CancellationToken cancellationToken)
    {
        await WriteUntilAsync(_limit - 1, host, cancellationToken).ConfigureAwait(false);
        var token = _stopping.Token;
        var task = Task.Run(() => work(token), token);
        lock (_running)
        {
            _running.Add(task);
        }

        _ = task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Writes the output that has arrived.</summary>
    public async Task WriteAsync(ICommandHost host)
    {
        Output.Attach(host);
        await Output.WriteAsync(host).ConfigureAwait(false);
    }

    /// <summary>Waits for all work, and writes its output.</summary>
    public Task CompleteAsync(ICommandHost host, CancellationToken cancellationToken) => WriteUntilAsync(0, host, cancellationToken);

    /// <summary>Cancels all work and waits until it has ended.</summary>
    public async Task StopAsync()
    {
        _stopping.Cancel();
        Task[] running;
        lock (_running)
        {
            running = [.. _running];
        }

        try
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The output of canceled work is not written.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private int Running
    {
        get
        {
            lock (_running)
            {
                return _running.Count;
            }
        }
    }

    private async Task WriteUntilAsync(int mostRunning, ICommandHost host, CancellationToken cancellationToken)
    {
        await WriteAsync(host).ConfigureAwait(false);
        while (Running > mostRunning)
        {
            await Output.WaitAsync(ProgressInterval, cancellationToken).ConfigureAwait(false);
            await Output.WriteAsync(host).ConfigureAwait(false);
            _report(host);
        }

        await Output.WriteAsync(host).ConfigureAwait(false);
    }

    private void Finish(Task task)
    {
        lock (_running)
        {
            _running.Remove(task);
        }

        // Only an error of this code, or the cancellation, ends work with an exception. It is thrown where the output is written.
        Output.Post(_ => task);
    }
}
