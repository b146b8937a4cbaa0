using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Checks;

/// <summary>Checks sessions concurrently.</summary>
internal static class SessionChecker
{
    /// <summary>Writes the checks of the sessions in the order of the sessions; or, if quiet, only whether none failed.</summary>
    public static async Task RunAsync(IReadOnlyList<VideoPlatformSession> sessions, bool quiet, ICommandHost host, CancellationToken cancellationToken)
    {
        var checking = sessions.Select(session => Task.Run(() => SessionProbe.CheckAsync(session, host, cancellationToken), CancellationToken.None)).ToList();
        if (quiet)
        {
            var all = await Task.WhenAll(checking).ConfigureAwait(false);
            await host.WriteAsync((object)all.All(checks => checks.All(check => check.Status != SessionCheckStatus.Fail))).ConfigureAwait(false);
            return;
        }

        try
        {
            foreach (var checks in checking)
            {
                await host.WriteAsync(await checks.ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAny(Task.WhenAll(checking)).ConfigureAwait(false);
        }
    }
}
