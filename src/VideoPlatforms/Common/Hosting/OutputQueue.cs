using System.Collections.Concurrent;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Common.Hosting;

/// <summary>
/// Stores the output of work that continues while no host is available: PowerShell accepts output only while the command processes
/// an object of the pipeline.
/// </summary>
internal sealed class OutputQueue : ICallObserver, IDisposable
{
    private readonly ConcurrentQueue<Func<ICommandHost, Task>> _items = [];
    private readonly SemaphoreSlim _arrived = new(0);

    /// <inheritdoc/>
    public bool WantsDebug { get; private set; }

    /// <inheritdoc/>
    public bool WantsVerbose { get; private set; }

    /// <summary>Uses the settings of a host for the output that follows.</summary>
    public void Attach(ICommandHost host) => (WantsDebug, WantsVerbose) = (host.WantsDebug, host.WantsVerbose);

    /// <summary>Adds output.</summary>
    public void Post(Func<ICommandHost, Task> output)
    {
        _items.Enqueue(output);
        _arrived.Release();
    }

    /// <summary>Waits until output arrives, at most for a time.</summary>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (await _arrived.WaitAsync(time, cancellationToken).ConfigureAwait(false))
        {
            _arrived.Release();
        }
    }

    /// <summary>Writes the output that has arrived.</summary>
    public async Task WriteAsync(ICommandHost host)
    {
        while (_items.TryDequeue(out var output))
        {
            await _arrived.WaitAsync().ConfigureAwait(false);
            await output(host).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Verbose(string message) => Post(host => Now(() => host.Verbose(message)));

    /// <inheritdoc/>
    public void Debug(string message) => Post(host => Now(() => host.Debug(message)));

    /// <inheritdoc/>
    public void Warning(string message) => Post(host => Now(() => host.Warning(message)));

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay) => Post(host => Now(() => host.Waiting(reason, delay)));

    /// <inheritdoc/>
    public void Dispose() => _arrived.Dispose();

    private static Task Now(Action write)
    {
        write();
        return Task.CompletedTask;
    }
}
