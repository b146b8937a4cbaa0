using System.Runtime.CompilerServices;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Reads a list page by page, whatever the platform: takes totals and page size from the answers, keeps some pages
/// under way side by side and gives them in order, asks for no second page before the first object was taken, and copes
/// with lists that change while they are read. One use each.
/// </summary>
internal sealed class PageStream<T>(PageSource<T> source, ListOptions options, ICallObserver observer)
    where T : class
{
    // Beyond these no server means what it says.
    private const long LargestPage = 100_000;
    private const int BarrenPages = 3;
    private const int MendRounds = 5;

    private readonly RecentIds _recent = new(RecentIds.DefaultCapacity);
    private long _size;
    private long? _total;
    private long _firstNumber;
    private long _lastNumber;
    private bool _lastWasFull;
    private long _passOver;
    private long _taken;
    private long _seen;
    private long _repeated;
    private int _barren;

    private bool Satisfied => _taken == options.First;

    /// <summary>Reads the list.</summary>
    /// <returns>Batches in the list's order. The first holds a single object (or none, where the list is empty).</returns>
    public async IAsyncEnumerable<Batch<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (options.First == 0 && !options.IncludeTotalCount)
        {
            yield break;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = new Queue<Task<Page<T>>>();
        try
        {
            var start = await FetchFirstAsync(ending.Token).ConfigureAwait(false);
            var items = Take(start);

            // Asking for the second batch means that the first object was taken: only then are more pages asked for.
            yield return new(items.Count > 1 ? [items[0]] : items, _total);
            var rest = items.Count > 1 ? items.GetRange(1, items.Count - 1) : [];
            var next = _firstNumber + 1;
            while (true)
            {
                while (!Satisfied && ahead.Count < options.ThrottleLimit && next <= LastWorthAsking(ahead.Count))
                {
                    ahead.Enqueue(source.FetchAsync(next++, options.PageSize, ending.Token));
                }

                if (rest.Count > 0)
                {
                    yield return new(rest, _total);
                }

                if (ahead.Count == 0 || Satisfied)
                {
                    break;
                }

                var page = await ahead.Dequeue().ConfigureAwait(false);
                rest = await ContinueAsync(page, ending.Token).ConfigureAwait(false);
            }

            WarnIfPromiseBroken();
        }
        finally
        {
#if NET
            await ending.CancelAsync().ConfigureAwait(false);
#else
            ending.Cancel();
#endif
            await EndAsync(ahead).ConfigureAwait(false);
        }
    }

    private async Task<Page<T>> FetchFirstAsync(CancellationToken cancellationToken)
    {
        _firstNumber = (options.Skip / options.PageSize) + 1;
        var page = await source.FetchAsync(_firstNumber, options.PageSize, cancellationToken).ConfigureAwait(false);
        Check(page, _firstNumber);
        _size = page.Size ?? options.PageSize;
        if (_firstNumber > 1 && _size != options.PageSize)
        {
            // The server keeps a page size of its own, so the object to begin with stands on another page.
            _firstNumber = (options.Skip / _size) + 1;
            page = await source.FetchAsync(_firstNumber, options.PageSize, cancellationToken).ConfigureAwait(false);
            Check(page, _firstNumber);
        }

        _passOver = options.Skip - ((_firstNumber - 1) * _size);
        _seen = (_firstNumber - 1) * _size;
        _lastNumber = _firstNumber;
        _total = page.Total;
        return page;
    }

    private async Task<List<T>> ContinueAsync(Page<T> page, CancellationToken cancellationToken)
    {
        var number = _lastNumber + 1;
        Check(page, number);
        if (page.Size is { } size && size != _size && page.Total is { } total && number < Pages(total))
        {
            throw source.Broken(Messages.PageSizeChanged.With(_size, size));
        }

        var items = new List<T>();
        if (page.Total < _total)
        {
            items = await MendAsync(number, _total.Value - page.Total.Value, cancellationToken).ConfigureAwait(false);
        }

        var grown = Math.Max(0, (page.Total - _total) ?? 0);
        _total = page.Total ?? _total;
        _lastNumber = number;

        // A server that gives its last page again where there is no further one has nothing more to say.
        var beyondTheEnd = page.Number is { } given && given != number;
        var seenBefore = _seen;
        if (beyondTheEnd)
        {
            _lastWasFull = false;
        }
        else
        {
            items.AddRange(Take(page));
        }

        _barren = _seen > seenBefore ? 0 : _barren + 1;
        if (_barren > BarrenPages + Pages(grown))
        {
            throw source.Broken(Messages.PagesRepeat);
        }

        return items;
    }

    /// <summary>
    /// Something left the list, so what stood behind it moved up, perhaps from this page to one that was read already:
    /// reads again the pages where it may stand now.
    /// </summary>
    private async Task<List<T>> MendAsync(long number, long left, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        for (var round = 0; round < MendRounds; round++)
        {
            var from = Math.Max(_firstNumber, (((number - 1) * _size) - left) / _size + 1);
            long? before = null;
            var changed = 0L;
            for (var again = from; again < number; again++)
            {
                var page = await source.FetchAsync(again, options.PageSize, cancellationToken).ConfigureAwait(false);
                Check(page, again);
                changed += Math.Max(0, (before - page.Total) ?? 0);
                before = page.Total;
                if (page.Number is null || page.Number == again)
                {
                    items.AddRange(Take(page));
                }
            }

            if (changed == 0)
            {
                break;
            }

            left += changed;
        }

        return items;
    }

    private List<T> Take(Page<T> page)
    {
        var items = new List<T>(page.Items.Count);
        _lastWasFull = page.Items.Count >= _size;
        foreach (var item in page.Items)
        {
            if (!_recent.Add(source.Id(item)))
            {
                _repeated++;
                continue;
            }

            _seen++;
            if (_passOver > 0)
            {
                _passOver--;
            }
            else if (!Satisfied)
            {
                _taken++;
                items.Add(item);
            }
        }

        return items;
    }

    private void Check(Page<T> page, long number)
    {
        if (page.Size is < 1 or > LargestPage)
        {
            throw source.Broken(Messages.PageSizeAbsurd.With(page.Size));
        }

        if (page.Total < 0)
        {
            throw source.Broken(Messages.TotalAbsurd.With(page.Total));
        }

        // A server may answer with its last page where there is no further one; any other page is the wrong one.
        if (page.Number is { } given && given != number && (page.Total is null || number <= (page.Total.Value / (page.Size ?? _size)) + 1) && page.Items.Count > 0)
        {
            throw source.Broken(Messages.PageIsAnother.With(number, given));
        }
    }

    /// <summary>The last page that can hold something wanted. Where no total tells, pages are asked for one by one.</summary>
    private long LastWorthAsking(int underWay)
    {
        var feelAhead = _lastWasFull && underWay == 0 ? _lastNumber + 1 : _lastNumber;
        var last = _total is not { } total ? feelAhead : _seen > total ? Math.Max(Pages(total), feelAhead) : Pages(total);
        return options.First is { } first ? Math.Min(last, Pages(options.Skip + first + _repeated)) : last;
    }

    private long Pages(long objects) => (objects / _size) + (objects % _size == 0 ? 0 : 1);

    private void WarnIfPromiseBroken()
    {
        if (_total is { } total && !Satisfied && _taken != Math.Max(0, total - options.Skip))
        {
            observer.Warning(Messages.CountBroken.With(total, _taken + options.Skip));
        }
    }

    private static async Task EndAsync(Queue<Task<Page<T>>> ahead)
    {
        foreach (var page in ahead)
        {
            try
            {
                await page.ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or PlatformException)
            {
                // Nobody waits for this page any more.
            }
        }
    }
}
