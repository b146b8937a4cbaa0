using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Waits until videos reach a state.</summary>
internal static class VideoWaiter
{
    /// <summary>
    /// Waits for all videos together and writes each one as it settles: the video, or its error. The sessions are polled side by side.
    /// </summary>
    /// <exception cref="PlatformException">An object names no session, and there is no unambiguous one; no request was sent.</exception>
    public static async Task RunAsync(
        IEnumerable<VideoReference> references, SessionStore sessions, WaitOptions options, ICommandHost host, CancellationToken cancellationToken)
    {
        var videos = await WaitInput.ReadAsync(references, sessions, host).ConfigureAwait(false);
        if (videos.Count == 0)
        {
            return;
        }

        using var run = new WaitRun(options, videos.Count, host, cancellationToken);
        var pollers = videos.GroupBy(video => video.Session).Select(group => new SessionPoller(group.Key, group, run)).ToList();
        run.Report();
        try
        {
            await Task.WhenAll(pollers.Select(poller => Task.Run(poller.RunAsync, CancellationToken.None))).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!run.IsSatisfied)
            {
                var left = new HashSet<AwaitedVideo>(pollers.SelectMany(poller => poller.Pending));
                foreach (var video in videos.Where(left.Contains))
                {
                    await host.WriteErrorAsync(WaitErrors.TimedOut(video, options), video.Source).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            run.Report(isCompleted: true);
        }
    }
}
