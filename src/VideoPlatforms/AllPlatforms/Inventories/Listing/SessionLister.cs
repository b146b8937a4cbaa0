using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Inventories.Listing;

/// <summary>
/// Lists sessions concurrently, and determines for each of them whether all its videos were read. If a session fails, the error is reported
/// and the other sessions are listed.
/// </summary>
internal static class SessionLister
{
    /// <summary>Lists the sessions.</summary>
    /// <param name="sessions">The sessions.</param>
    /// <param name="take">Receives the videos, one batch at a time.</param>
    /// <param name="host">The host that receives errors.</param>
    /// <param name="cancellationToken">The token to cancel the task.</param>
    /// <returns>Whether all videos of each session were read.</returns>
    public static async Task<IReadOnlyDictionary<VideoPlatformSession, bool>> RunAsync(
        IReadOnlyList<VideoPlatformSession> sessions, Func<IReadOnlyList<PlatformVideo>, Task> take, ICommandHost host, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var turn = new SemaphoreSlim(1, 1);
        var lists = sessions.Select(session => Task.Run(() => ListAsync(session))).ToList();
        var complete = await Task.WhenAll(lists).ConfigureAwait(false);
        return sessions.Zip(complete, (session, all) => (session, all)).ToDictionary(list => list.session, list => list.all);

        async Task<bool> ListAsync(VideoPlatformSession session)
        {
            var (read, smallestTotal) = (0L, 0L);
            try
            {
                await foreach (var batch in session.Client.ListAsync(new ListOptions(), host, stopping.Token).ConfigureAwait(false))
                {
                    // A list that shrinks while it is read may have any length in between.
                    smallestTotal = read == 0 ? batch.Total ?? 0 : Math.Min(smallestTotal, batch.Total ?? 0);
                    read += batch.Items.Count;
                    await turn.WaitAsync(stopping.Token).ConfigureAwait(false);
                    try
                    {
                        await take(batch.Items).ConfigureAwait(false);
                    }
                    finally
                    {
                        turn.Release();
                    }
                }

                return read >= smallestTotal;
            }
            catch (PlatformException failure)
            {
                await host.WriteErrorAsync(read == 0 ? failure : failure.With(CommandMessages.PlatformInterrupted.With(read, session)), session).ConfigureAwait(false);
                return false;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The videos cannot be taken, for example because the disk is full: the other lists are useless.
                stopping.Cancel();
                throw;
            }
        }
    }
}
