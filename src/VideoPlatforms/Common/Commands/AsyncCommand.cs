using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>
/// Provides the base class of all cmdlets. Runs asynchronous, host-neutral code off the pipeline thread and all calls to PowerShell
/// on the pipeline thread. Ctrl+C cancels the work and waits until it has ended.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    // Work ends within milliseconds of its cancellation. If it does not, PowerShell must not hang.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ManualResetEventSlim _idle = new(initialState: true);

    /// <summary>Gets the name of the view that displays the output; null to use the view of each type.</summary>
    private protected virtual string? ViewName => null;

    /// <summary>Gets the state of this runspace. It is read on the pipeline thread because other threads have no runspace.</summary>
    internal RunspaceState Runspace { get; private set; } = null!;

    /// <summary>Gets the sessions of this runspace.</summary>
    internal SessionStore Sessions => Runspace.Sessions;

    /// <summary>Gets a token that is canceled by Ctrl+C, for work that continues between pipeline records.</summary>
    private protected CancellationToken StoppingToken => _stopping.Token;

    /// <summary>Runs the cmdlet for one pipeline record.</summary>
    /// <param name="host">The host that runs the cmdlet.</param>
    /// <param name="cancellationToken">A token that is canceled by Ctrl+C or when the pipeline stops.</param>
    internal abstract Task RunAsync(ICommandHost host, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing() => Runspace = RunspaceState.Current;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(RunAsync);

    /// <summary>Runs work off the pipeline thread and the actions that it queues on the calling thread.</summary>
    private protected void Run(Func<ICommandHost, CancellationToken, Task> work)
    {
        using var queue = new PipelineQueue(_stopping.Token);
        using var host = new PipelineHost(this, queue, ViewName);
        try
        {
            queue.ProcessQueue(() => WorkAsync(work, host, queue.Ending));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (PlatformException failure) when (failure.EndsPipeline)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
        catch (PlatformException failure)
        {
            WriteError(ErrorRecords.From(failure, null));
        }
        catch (CommandException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _stopping.Cancel();
        _idle.Wait(StopTimeout);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stopping.Dispose();
            _idle.Dispose();
        }
    }

    private async Task WorkAsync(Func<ICommandHost, CancellationToken, Task> work, ICommandHost host, CancellationToken cancellationToken)
    {
        _idle.Reset();
        try
        {
            await work(host, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _idle.Set();
        }
    }
}
