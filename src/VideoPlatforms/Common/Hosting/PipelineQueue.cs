using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VideoPlatforms.Common.Hosting;

/// <summary>
/// Hands work from other threads to the pipeline thread, the only one that may speak to PowerShell, and runs it there in order.
/// </summary>
internal sealed class PipelineQueue : IDisposable
{
    private readonly BlockingCollection<Item> _items = [];
    private readonly CancellationTokenSource _ending;
    private ExceptionDispatchInfo? _stop;

    public PipelineQueue(CancellationToken stopping) => _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    /// <summary>Cancelled when the user stops the command, or when the pipeline wants no more.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Hands work over and goes on at once.</summary>
    public void Post(Action work) => Add(new(work, null));

    /// <summary>Hands work over and waits until it is done; cancelled where the pipeline ends instead.</summary>
    public Task RunAsync(Action work)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);

        // The pipeline thread may be held up downstream when the user stops the command: this end must not wait for it.
        Add(new(work, done) { Stop = Ending.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetCanceled(), done) });
        return done.Task;
    }

    /// <summary>
    /// Runs, on the calling thread, what the task hands over until the task has ended. What PowerShell throws at the
    /// work (the pipeline was stopped, or has enough) ends the task first and goes on its way then.
    /// </summary>
    public void ProcessQueue(Func<Task> start)
    {
        var task = Task.Run(async () =>
        {
            try
            {
                await start().ConfigureAwait(false);
            }
            finally
            {
                _items.CompleteAdding();
            }
        });

        foreach (var item in _items.GetConsumingEnumerable())
        {
            Run(item);
        }

        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception) when (_stop is not null)
        {
            // It failed because it was told to end; why it was told is what counts.
        }

        _stop?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _items.Dispose();
        _ending.Dispose();
    }

    private void Add(Item item)
    {
        if (!_items.IsAddingCompleted)
        {
            _items.Add(item);
        }
    }

    private void Run(Item item)
    {
        if (_stop is not null)
        {
            item.Done?.TrySetCanceled();
            return;
        }

        try
        {
            item.Work();
            item.Stop.Dispose();
            item.Done?.TrySetResult(true);
        }
        catch (Exception exception)
        {
            _stop = ExceptionDispatchInfo.Capture(exception);
            _ending.Cancel();
            item.Done?.TrySetCanceled();
        }
    }

    private sealed record Item(Action Work, TaskCompletionSource<bool>? Done)
    {
        /// <summary>What cancels it when the pipeline ends.</summary>
        public CancellationTokenRegistration Stop { get; init; }
    }
}
