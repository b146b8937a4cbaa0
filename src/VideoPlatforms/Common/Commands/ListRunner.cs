using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>Writes lists of any platform.</summary>
internal static class ListRunner
{
    /// <summary>Writes all videos of a session's account.</summary>
    /// <exception cref="PlatformException">A page could not be read. The message contains the number of written items.</exception>
    public static Task RunAsync(VideoPlatformSession session, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        RunAsync(session.Client.ListAsync(options, host, cancellationToken), options, host, cancellationToken);

    /// <summary>Writes a list batch by batch. If a page cannot be read, the list ends; the items before it remain written.</summary>
    /// <exception cref="PlatformException">A page could not be read. The message contains the number of written items.</exception>
    public static Task RunAsync<T>(IAsyncEnumerable<Batch<T>> batches, ListOptions options, ICommandHost host, CancellationToken cancellationToken)
        where T : class =>
        RunAsync(batches, options, host, new ListProgress(host, options, 0, null), cancellationToken);

    /// <summary>Writes a list batch by batch, and reports its progress.</summary>
    internal static async Task RunAsync<T>(
        IAsyncEnumerable<Batch<T>> batches, ListOptions options, ICommandHost host, ListProgress progress, CancellationToken cancellationToken)
        where T : class
    {
        var written = 0L;
        var totalWanted = options.IncludeTotalCount;
        try
        {
            await foreach (var batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (totalWanted)
                {
                    await host.WriteTotalCountAsync(batch.Total).ConfigureAwait(false);
                    totalWanted = false;
                }

                await host.WriteAsync(batch.Items).ConfigureAwait(false);
                written += batch.Items.Count;
                progress.Add(batch.Items.Count, batch.Total, batch.PageSize);
            }
        }
        catch (PlatformException failure) when (written > 0)
        {
            throw failure.With(CommandMessages.ListInterrupted.With(written, options.Skip + written));
        }
        finally
        {
            progress.Complete();
        }
    }
}
