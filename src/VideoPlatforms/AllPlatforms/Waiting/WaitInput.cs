using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Finds the videos to wait for, and the session of each.</summary>
internal static class WaitInput
{
    /// <summary>
    /// Returns the videos in the order of the input, each once. An object that names no video, or whose session is not open, is
    /// reported as an error; no request is sent for it.
    /// </summary>
    /// <exception cref="PlatformException">An object names no session, and there is no unambiguous one.</exception>
    public static async Task<IReadOnlyList<AwaitedVideo>> ReadAsync(IEnumerable<VideoReference> references, SessionStore sessions, ICommandHost host)
    {
        var known = new Dictionary<(VideoPlatformSession, string), AwaitedVideo>();
        var videos = new List<AwaitedVideo>();
        foreach (var reference in references)
        {
            try
            {
                var (session, id) = Find(reference, sessions);
                if (!known.TryGetValue((session, id), out var video))
                {
                    known.Add((session, id), video = new(session, id, reference.Source) { LastState = StateOf(reference) });
                    videos.Add(video);
                }

                // A video can be passed together with the result of an operation on it.
                if (reference.Operation is { } operation)
                {
                    video.Operation = operation;
                    video.StartedAt = reference.CompletedAt ?? DateTimeOffset.Now;
                }
            }
            catch (PlatformException failure) when (!failure.EndsPipeline)
            {
                await host.WriteErrorAsync(failure, reference.Source).ConfigureAwait(false);
            }
            catch (CommandException failure)
            {
                await host.WriteErrorAsync(failure, reference.Source).ConfigureAwait(false);
            }
        }

        return videos;
    }

    private static VideoState? StateOf(VideoReference reference) => reference.Video is { State: not VideoState.Unknown } video ? video.State : null;

    private static (VideoPlatformSession Session, string Id) Find(VideoReference reference, SessionStore sessions)
    {
        var platform = reference.Platform ?? reference.Session?.Reference.Platform ?? throw ItemErrors.PlatformMissing(reference.Source);
        var id = reference.Id ?? throw ItemErrors.IdMissing(platform, nameof(VideoReference.Id), reference.Source);
        return (sessions.For(platform, null, reference.Session), id);
    }
}
