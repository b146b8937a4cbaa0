using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>What every list does, whatever the platform.</summary>
internal static class ListRunner
{
    /// <summary>Writes every video of a session's account, whatever the platform.</summary>
    /// <exception cref="PlatformException">A page failed; the message says how far the list came.</exception>
    public static Task RunAsync(VideoPlatformSession session, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        RunAsync(session.Client.ListAsync(options, host, cancellationToken), options, host, cancellationToken);

    /// <summary>Writes a list as it comes. A page that fails for good ends it; what came before stays written.</summary>
    /// <exception cref="PlatformException">A page failed; the message says how far the list came.</exception>
    public static async Task RunAsync<T>(IAsyncEnumerable<Batch<T>> batches, ListOptions options, ICommandHost host, CancellationToken cancellationToken)
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
            }
        }
        catch (PlatformException failure) when (written > 0)
        {
            throw failure.With(CommandMessages.ListInterrupted.With(written, options.Skip + written));
        }
    }
}
