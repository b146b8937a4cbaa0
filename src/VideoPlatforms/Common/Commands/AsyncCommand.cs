using System.Management.Automation;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Commands;

/// <summary>
/// The bridge between PowerShell and the host-neutral code: the work runs off the pipeline thread, what PowerShell must see is
/// written on it, and Ctrl+C cancels the work and waits for its end.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    // Work ends within milliseconds of its cancellation; PowerShell must not hang where it does not.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ManualResetEventSlim _idle = new(initialState: true);

    /// <summary>The name of the view in which all that the cmdlet writes is shown; null for each type's own.</summary>
    private protected virtual string? ViewName => null;

    /// <summary>What this runspace owns. Taken on the pipeline thread: the work's own threads belong to no runspace.</summary>
    internal RunspaceState Runspace { get; private set; } = null!;

    /// <summary>The sessions of this runspace.</summary>
    internal SessionStore Sessions => Runspace.Sessions;

    /// <summary>What the cmdlet does, once per pipeline record.</summary>
    /// <param name="host">Stands for PowerShell.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl+C, or when the pipeline wants no more.</param>
    internal abstract Task RunAsync(ICommandHost host, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing() => Runspace = RunspaceState.Current;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(RunAsync);

    /// <summary>Runs work off the pipeline thread, and here whatever it hands over.</summary>
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

    /// <summary>Frees what the bridge holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the bridge holds.</summary>
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
