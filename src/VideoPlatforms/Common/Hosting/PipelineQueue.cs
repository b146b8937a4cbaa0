using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VideoPlatforms.Common.Hosting;

/// <summary>
/// Queues actions from other threads for the pipeline thread, the only thread that may call PowerShell, and runs them there in
/// order.
/// </summary>
internal sealed class PipelineQueue : IDisposable
{
    private readonly BlockingCollection<Item> _items = [];
    private readonly CancellationTokenSource _ending;
    private ExceptionDispatchInfo? _stop;

    public PipelineQueue(CancellationToken stopping) => _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    /// <summary>Gets a token that is canceled when the user stops the command or when the pipeline stops.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Queues an action without waiting for it.</summary>
    public void Post(Action work) => Add(new(work, null));

    /// <summary>Queues an action and waits until it has run. The task is canceled if the pipeline stops before.</summary>
    /// <param name="work">The action.</param>
    /// <param name="continueHere">
    /// Whether what awaits the task continues on the pipeline thread, which would wait for it anyway. This saves two changes of threads.
    /// No other action runs meanwhile.
    /// </param>
    public Task RunAsync(Action work, bool continueHere = false)
    {
        var done = new TaskCompletionSource<bool>(continueHere ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);

        // A downstream cmdlet can block the pipeline thread when the user stops the command; the task must not wait for it, and must not
        // continue on the thread that stops the command either.
        Add(new(work, done) { Stop = Ending.Register(static state => Task.Run(() => ((TaskCompletionSource<bool>)state!).TrySetCanceled()), done) });
        return done.Task;
    }

    /// <summary>
    /// Runs the actions that the task queues on the calling thread until the task has ended. If PowerShell throws an exception in
    /// an action because the pipeline was stopped, the task is canceled and the exception is rethrown when the task has ended.
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
            // The task failed because it was canceled; the exception that caused the cancellation is thrown below.
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
        /// <summary>Gets the registration that cancels the action when the pipeline stops.</summary>
        public CancellationTokenRegistration Stop { get; init; }
    }
}
