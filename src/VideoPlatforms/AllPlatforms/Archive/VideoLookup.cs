using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>
/// Reads videos again from their platforms, with the sessions that they were read with: with one request where the platform has a
/// call for it, otherwise from the list, which is read at most once for all videos.
/// </summary>
/// <param name="sessions">The open sessions.</param>
/// <param name="observer">Receives delays and verbose lines.</param>
internal sealed class VideoLookup(SessionStore sessions, ICallObserver observer) : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly Dictionary<VideoPlatformSession, ListLookup> _lists = [];

    /// <summary>Reads a video. Returns null if it does not exist any more, or if it names no session.</summary>
    /// <exception cref="PlatformException">The session is not open or belongs to another account, or the video could not be read.</exception>
    public async Task<PlatformVideo?> ReadAsync(PlatformVideo video, CancellationToken cancellationToken)
    {
        // The default session may belong to another account, in which the same ID means another video.
        if (video.Session is not { } origin || video.Id is not { } id)
        {
            return null;
        }

        var session = sessions.For(video.Platform, null, origin);
        if (SupportedPlatforms.Of(video.Platform).FindVideo is { } find)
        {
            return await find(session.Client, id, observer, cancellationToken).ConfigureAwait(false) is { } found && found.Id == id ? found : null;
        }

        ListLookup list;
        lock (_lock)
        {
            if (!_lists.TryGetValue(session, out list!))
            {
                _lists.Add(session, list = new(session, observer));
            }
        }

        return await list.FindAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var list in _lists.Values)
        {
            await list.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Reads the list only as far as it is needed.
    private sealed class ListLookup(VideoPlatformSession session, ICallObserver observer) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _turn = new(1, 1);
        private readonly Dictionary<string, PlatformVideo> _videos = [];
        private readonly CancellationTokenSource _closing = new();
        private IAsyncEnumerator<Batch<PlatformVideo>>? _batches;
        private int _list;

        public async Task<PlatformVideo?> FindAsync(string id, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                using var canceling = cancellationToken.Register(_closing.Cancel);
                while (!_videos.ContainsKey(id) && await ReadAsync().ConfigureAwait(false))
                {
                }

                return _videos.TryGetValue(id, out var found) ? found : null;
            }
            catch (PlatformException)
            {
                // The next video starts the list anew.
                await CloseListAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                _turn.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await CloseListAsync().ConfigureAwait(false);
            _closing.Dispose();
            _turn.Dispose();
        }

        // Returns false at the end of the last list.
        private async Task<bool> ReadAsync()
        {
            var lists = SupportedPlatforms.Of(session.Platform).Lists;
            if (_list == lists.Count)
            {
                return false;
            }

            _batches ??= lists[_list](session.Client, new() { ThrottleLimit = 1 }, observer, _closing.Token).GetAsyncEnumerator(CancellationToken.None);
            if (!await _batches.MoveNextAsync().ConfigureAwait(false))
            {
                await CloseListAsync().ConfigureAwait(false);
                _list++;
                return true;
            }

            foreach (var video in _batches.Current.Items)
            {
                if (video.Id is not null)
                {
                    _videos[video.Id] = video;
                }
            }

            return true;
        }

        private async Task CloseListAsync()
        {
            if (_batches is not null)
            {
                await _batches.DisposeAsync().ConfigureAwait(false);
                _batches = null;
            }
        }
    }
}
