using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms;

/// <summary>
/// Lists several platforms concurrently and writes batches in the order of arrival. If a platform fails, the error is reported and
/// the other platforms are listed.
/// </summary>
internal sealed class MultiPlatformLister : IDisposable
{
    private readonly IReadOnlyList<VideoPlatformSession> _sessions;
    private readonly ListOptions _options;
    private readonly ICommandHost _host;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _enough;
    private readonly CancellationToken _stopping;
    private readonly Func<TimeSpan>? _clock;
    private readonly Dictionary<VideoPlatformSession, TaskCompletionSource<long?>> _totals;
    private readonly Dictionary<VideoPlatformSession, TaskCompletionSource<bool>> _begun;
    private long _remainingSkip;
    private long _left;

    private MultiPlatformLister(IReadOnlyList<VideoPlatformSession> sessions, ListOptions options, ICommandHost host, Func<TimeSpan>? clock, CancellationToken stopping)
    {
        _sessions = sessions;
        _options = options;
        _host = host;
        _clock = clock;
        _stopping = stopping;
        _enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _totals = sessions.ToDictionary(session => session, _ => new TaskCompletionSource<long?>(TaskCreationOptions.RunContinuationsAsynchronously));
        _begun = sessions.ToDictionary(session => session, _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        _remainingSkip = options.Skip;
        _left = options.First ?? long.MaxValue;
    }

    /// <summary>
    /// Writes all videos of the sessions' accounts. Skip and First count the videos of all platforms in the order of arrival.
    /// </summary>
    public static Task RunAsync(IReadOnlyList<VideoPlatformSession> sessions, ListOptions options, ICommandHost host, CancellationToken cancellationToken) =>
        RunAsync(sessions, options, host, clock: null, cancellationToken);

    /// <summary>Writes all videos of the sessions' accounts, and reports the progress of each session by a clock.</summary>
    internal static async Task RunAsync(
        IReadOnlyList<VideoPlatformSession> sessions, ListOptions options, ICommandHost host, Func<TimeSpan>? clock, CancellationToken cancellationToken)
    {
        using var lister = new MultiPlatformLister(sessions, options, host, clock, cancellationToken);
        await lister.RunAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        _enough.Dispose();
    }

    private async Task RunAsync()
    {
        var announced = _options.IncludeTotalCount ? AnnounceAsync() : Task.CompletedTask;
        await Task.WhenAll(_sessions.Select((session, index) => Task.Run(() => ListAsync(session, index + 1, announced)))).ConfigureAwait(false);
        await announced.ConfigureAwait(false);
    }

    private async Task AnnounceAsync()
    {
        var totals = await Task.WhenAll(_totals.Values.Select(total => total.Task)).ConfigureAwait(false);

        // Unknown if a platform reports no total. A platform that fails has no items to count.
        await _host.WriteTotalCountAsync(totals.Any(total => total is null) ? null : totals.Sum()).ConfigureAwait(false);
    }

    private async Task ListAsync(VideoPlatformSession session, int number, Task announced)
    {
        var written = 0L;
        var own = new ListOptions
        {
            First = _options.First + _options.Skip,
            IncludeTotalCount = _options.IncludeTotalCount,
            PageSize = _options.PageSize,
            ThrottleLimit = _options.ThrottleLimit,
        };
        var progress = new ListProgress(_host, own, number, session.QualifiedName, _clock);
        try
        {
            await foreach (var batch in session.Client.ListAsync(own, _host, _enough.Token).ConfigureAwait(false))
            {
                _totals[session].TrySetResult(batch.Total);
                await announced.ConfigureAwait(false);

                await WaitForEarlierAsync(session).ConfigureAwait(false);
                written += await WriteAsync(batch.Items).ConfigureAwait(false);
                progress.Add(batch.Items.Count, batch.Total, batch.PageSize);
                if (written > 0)
                {
                    _begun[session].TrySetResult(true);
                }
            }
        }
        catch (PlatformException failure)
        {
            await _host.WriteErrorAsync(written == 0 ? failure : failure.With(CommandMessages.PlatformInterrupted.With(written, session)), session).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
        {
            // The requested number of items was written.
        }
        finally
        {
            _totals[session].TrySetResult(0);
            _begun[session].TrySetResult(false);
            progress.Complete();
        }
    }

    // Export-Csv takes the columns from the first object, so it must always come from the first session that has any.
    private async Task WaitForEarlierAsync(VideoPlatformSession session)
    {
        foreach (var earlier in _sessions)
        {
            if (earlier == session || await _begun[earlier].Task.ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<int> WriteAsync(IReadOnlyList<PlatformVideo> videos)
    {
        await _turn.WaitAsync(_enough.Token).ConfigureAwait(false);
        try
        {
            var start = (int)Math.Min(_remainingSkip, videos.Count);
            _remainingSkip -= start;
            var count = (int)Math.Min(_left, videos.Count - start);
            _left -= count;
            await _host.WriteAsync(count == videos.Count ? videos : [.. videos.Skip(start).Take(count)]).ConfigureAwait(false);
            if (_left == 0)
            {
                _enough.Cancel();
            }

            return count;
        }
        finally
        {
            _turn.Release();
        }
    }
}
