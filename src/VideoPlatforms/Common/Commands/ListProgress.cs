using System.Diagnostics;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Commands;

/// <summary>
/// Reports the progress of a list that takes longer than a second: the items and pages of the total and the remaining time, at most four
/// times a second.
/// </summary>
/// <param name="host">The host that shows the progress.</param>
/// <param name="options">The options of the list.</param>
/// <param name="id">Distinguishes lists that are read at the same time; 0 for the only one.</param>
/// <param name="activity">The name of the list; null for the common one.</param>
/// <param name="clock">Returns the time since the list began; null to measure it.</param>
internal sealed class ListProgress(ICommandHost host, ListOptions options, int id, string? activity, Func<TimeSpan>? clock = null)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Delay;
    private long _items;
    private bool _isShown;

    // Only a list that takes long needs the text, and the first text of a process loads the resources.
    private string Activity => activity ?? CommandMessages.ListActivity;

    /// <summary>Counts the items of a batch.</summary>
    /// <param name="items">The number of items.</param>
    /// <param name="total">The number of items in the whole list; null if it was not reported.</param>
    /// <param name="pageSize">The number of items on a page; null if unknown.</param>
    public void Add(int items, long? total, long? pageSize)
    {
        _items += items;
        var now = clock is null ? _watch.Elapsed : clock();
        if (now >= _next)
        {
            _next = now + Interval;
            _isShown = true;
            host.Report(Current(total, Math.Max(1, pageSize ?? options.PageSize), now));
        }
    }

    /// <summary>Removes the display.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            host.Report(new(id, Activity, "") { IsCompleted = true });
        }
    }

    private CommandProgress Current(long? total, long pageSize, TimeSpan now)
    {
        var page = Pages(_items, pageSize);
        if (Expected(total) is not { } expected || expected < _items)
        {
            return new(id, Activity, CommandMessages.ListedSoFar.With(_items, page));
        }

        return new(id, Activity, CommandMessages.ListedOf.With(_items, expected, page, Pages(expected, pageSize)))
        {
            PercentComplete = (int)(100 * _items / Math.Max(1, expected)),
            TimeLeft = _items == 0 ? null : TimeSpan.FromSeconds(now.TotalSeconds / _items * (expected - _items)),
        };
    }

    private static long Pages(long items, long pageSize) => (items + pageSize - 1) / pageSize;

    private long? Expected(long? total) => total is { } all ? Math.Min(Math.Max(0, all - options.Skip), options.First ?? long.MaxValue) : null;
}
