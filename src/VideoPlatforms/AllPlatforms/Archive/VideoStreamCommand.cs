using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Commands;

/// <summary>Provides the behavior of the cmdlets that process the files of many videos concurrently, while more videos arrive.</summary>
public abstract class VideoStreamCommand : AsyncCommand
{
    // The work ends within milliseconds of its cancellation. If it does not, PowerShell must not hang.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private IVideoStream? _stream;

    /// <summary>Specifies the videos: objects of any platform, or rows that were saved.</summary>
    public abstract VideoReference[] Video { get; set; }

    private protected abstract IVideoStream Open();

    /// <inheritdoc/>
    internal override Task RunAsync(ICommandHost host, CancellationToken cancellationToken) => (_stream ??= Open()).AddAsync(Video, host, cancellationToken);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_stream is not null)
        {
            Run(CompleteAsync);
        }
    }

    /// <summary>Cancels the work if the pipeline was stopped.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _stream, null) is { } stream)
        {
            try
            {
                Task.Run(async () => await stream.DisposeAsync().ConfigureAwait(false)).Wait(CloseTimeout);
            }
            catch (AggregateException)
            {
                // The pipeline was stopped, so that no error can be reported. The next run completes what is missing.
            }
        }

        base.Dispose(disposing);
    }

    private async Task CompleteAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        await _stream!.CompleteAsync(host, cancellationToken).ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _stream = null;
    }
}
