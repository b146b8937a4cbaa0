using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>
/// Looks at the videos of one session again and again until all of them have settled. Each look takes the fewest requests: the pages
/// of the list up to the last awaited video, or a request for each video.
/// </summary>
internal sealed class SessionPoller
{
    // If the length of the list is unknown, so few videos are read one by one.
    private const int FewVideos = 3;

    private readonly VideoPlatformSession _session;
    private readonly WaitRun _run;
    private readonly PlatformSupport _support;
    private readonly PollObserver _observer;
    private readonly PollInterval _interval;
    private readonly Dictionary<string, AwaitedVideo> _pending;
    private long? _total;
    private long _pageSize;
    private bool _warned;

    public SessionPoller(VideoPlatformSession session, IEnumerable<AwaitedVideo> videos, WaitRun run)
    {
        _session = session;
        _run = run;
        _support = SupportedPlatforms.Of(session.Platform);
        _observer = new(run.Host);
        _interval = new(run.Options);
        _pageSize = run.Options.PageSize;
        _pending = videos.ToDictionary(video => video.Id, StringComparer.Ordinal);
    }

    /// <summary>Looks until all videos have settled or the wait ends. The remaining videos stay in <see cref="Pending"/>.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (_pending.Count > 0 && _run.Left > TimeSpan.Zero)
            {
                var begun = _run.Options.Clock.Elapsed;
                await LookAsync().ConfigureAwait(false);
                _run.Report();
                if (_pending.Count > 0)
                {
                    await _run.Options.Clock.DelayAsync(_interval.Next(_run.Options.Clock.Elapsed - begun, _run.Left), _run.Ending).ConfigureAwait(false);
                }
            }
        }
        catch (PlatformException failure)
        {
            // Every further look would fail too.
            await _run.FailAsync(failure.With(CommandMessages.WaitEnded.With(_pending.Count)), _session).ConfigureAwait(false);
            _pending.Clear();
        }
        catch (OperationCanceledException) when (_run.Ending.IsCancellationRequested)
        {
            // The deadline has passed, or one video was enough; the caller knows Ctrl+C.
        }
    }

    /// <summary>Gets the videos that have not settled.</summary>
    public IReadOnlyCollection<AwaitedVideo> Pending => _pending.Values;

    private async Task LookAsync()
    {
        try
        {
            if (AreReadsCheaper(_pending.Count, PagesNeeded()))
            {
                await ReadAsync([.. _pending.Values]).ConfigureAwait(false);
            }
            else
            {
                await ListAsync().ConfigureAwait(false);
            }
        }
        catch (PlatformException failure) when (IsPassing(failure))
        {
            Warn(failure);
        }
    }

    private bool AreReadsCheaper(int reads, long? pages) => _support.FindVideo is not null && reads <= (pages ?? FewVideos);

    // The pages up to the last awaited video, as far as their places are known.
    private long? PagesNeeded() =>
        _pending.Values.All(video => video.Place is not null)
            ? ListPosition.PageCount(_pending.Values.Max(video => video.Place!.Value) + 1, _pageSize)
            : _total is { } total ? ListPosition.PageCount(total, _pageSize) : null;

    private async Task ListAsync()
    {
        var unseen = new HashSet<string>(_pending.Keys, StringComparer.Ordinal);
        var isComplete = true;
        foreach (var list in _support.Lists)
        {
            isComplete &= await ListAsync(list(_session.Client, new() { PageSize = _run.Options.PageSize, IsOnDemand = true }, _observer, _run.Ending), unseen).ConfigureAwait(false);
            if (unseen.Count == 0)
            {
                return;
            }
        }

        if (isComplete)
        {
            foreach (var video in unseen.Select(id => _pending[id]).ToList())
            {
                await SettleAsync(video, WaitErrors.Gone(video), video.Source).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads a list until all awaited videos were seen, or until the rest can be read with fewer requests.</summary>
    /// <returns>Whether the whole list was read.</returns>
    private async Task<bool> ListAsync(IAsyncEnumerable<Batch<PlatformVideo>> batches, HashSet<string> unseen)
    {
        long place = 0;
        var batchesRead = 0;
        await foreach (var batch in batches.ConfigureAwait(false))
        {
            _total = batch.Total ?? _total;
            foreach (var video in batch.Items)
            {
                if (video.Id is { } id && unseen.Remove(id))
                {
                    _pending[id].Place = place;
                    await ConsiderAsync(_pending[id], video).ConfigureAwait(false);
                }

                place++;
            }

            if (unseen.Count == 0)
            {
                return true;
            }

            // The first page comes in two batches.
            batchesRead++;
            if (batchesRead == 2 && place < _total)
            {
                _pageSize = place;
            }

            if (batchesRead > 1 && _total is { } total && AreReadsCheaper(unseen.Count, ListPosition.PageCount(Math.Max(0, total - place), _pageSize)))
            {
                await ReadAsync([.. unseen.Select(id => _pending[id])]).ConfigureAwait(false);
                unseen.Clear();
                return true;
            }
        }

        return _total is null || place >= _total;
    }

    private async Task ReadAsync(IReadOnlyList<AwaitedVideo> videos)
    {
        foreach (var video in videos)
        {
            try
            {
                var found = await _support.FindVideo!(_session.Client, video.Id, _observer, _run.Ending).ConfigureAwait(false);
                await (found is null ? SettleAsync(video, WaitErrors.Gone(video), video.Source) : ConsiderAsync(video, found)).ConfigureAwait(false);
            }
            catch (PlatformException failure) when (IsPassing(failure) && failure.Category is not (PlatformErrorCategory.ConnectionError or PlatformErrorCategory.OperationTimeout or PlatformErrorCategory.LimitsExceeded))
            {
                // It may concern only this video.
                Warn(failure);
            }
        }
    }

    private async Task ConsiderAsync(AwaitedVideo awaited, PlatformVideo video)
    {
        var state = StateOf(awaited, video);
        awaited.LastState = video.State;
        if (state is not { } known)
        {
            return;
        }

        if (_run.Options.States.Contains(known))
        {
            await _run.WriteAsync(video).ConfigureAwait(false);
            _pending.Remove(awaited.Id);
        }
        else if (_run.Options.FailOn.Contains(known))
        {
            await SettleAsync(awaited, WaitErrors.Failed(awaited, known, _support.StatusOf(video)), video).ConfigureAwait(false);
        }
    }

    // Null if the video still shows the result of an earlier task.
    private VideoState? StateOf(AwaitedVideo awaited, PlatformVideo video)
    {
        if (awaited.Operation is not { } operation || _support.TaskOf(operation, video) is not { } task)
        {
            return video.State;
        }

        awaited.IsTaskSeen |= task.IsRunning;
        var isEarlier = !awaited.IsTaskSeen
            && task.State is VideoState.Ready or VideoState.Failed
            && _run.Options.Clock.Now - awaited.StartedAt < _run.Options.GracePeriod;
        return isEarlier ? null : task.State;
    }

    private async Task SettleAsync(AwaitedVideo video, PlatformException failure, object? target)
    {
        await _run.FailAsync(failure, target).ConfigureAwait(false);
        _pending.Remove(video.Id);
    }

    private void Warn(PlatformException failure)
    {
        if (!_warned)
        {
            _warned = true;
            _run.Host.Warning(CommandMessages.WaitContinues.With(failure.Message));
        }
    }

    // A rejected credential, a closed session or a wrong address stays what it is; anything else may pass.
    private static bool IsPassing(PlatformException failure) =>
        failure.Kind.Transient
        || failure.Category is PlatformErrorCategory.ConnectionError or PlatformErrorCategory.OperationTimeout or PlatformErrorCategory.ResourceUnavailable or PlatformErrorCategory.InvalidData;
}
