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
    private const long MaxPageSize = 100_000;
    private const int BarrenPages = 3;
    private const int MendRounds = 5;

    private readonly RecentIds _recent = new(RecentIds.DefaultCapacity);
    private long _size = options.PageSize;
    private long? _total;
    private long? _smallestTotal;
    private bool _totalChanged;
    private long _blankPage;
    private long _firstNumber;
    private long _lastNumber;
    private bool _lastWasFull;
    private bool _lastBroughtNew;
    private bool _ended;
    private long _passOver;
    private long _taken;
    private long _seen;
    private long _known;
    private long _repeated;
    private long _missing;
    private long _barren;
    private long _excused;

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
                if (IsSuspicious(page))
                {
                    page = await source.FetchAsync(_lastNumber + 1, options.PageSize, ending.Token).ConfigureAwait(false);
                }

                CheckNext(page);
                rest = page.Total < _total ? await MendAsync(_lastNumber + 1, _total.Value, page.Total.Value, ending.Token).ConfigureAwait(false) : [];
                rest.AddRange(TakeNext(page));
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
        _lastBroughtNew = true;
        NoteTotal(page);
        return IsAnother(page, _firstNumber) || await IsLastAgainAsync(page, cancellationToken).ConfigureAwait(false) ? page with { Items = [] } : page;
    }

    /// <summary>
    /// Whether the first page, which lies beyond the end, is the last page over again: a server that does not say which page it
    /// returns may do that. A total may also be too low, so the last page is what tells.
    /// </summary>
    private async Task<bool> IsLastAgainAsync(Page<T> page, CancellationToken cancellationToken)
    {
        if (page.Number is not null || page.Items.Count == 0 || page.Total is not { } total || _firstNumber <= Math.Max(1, Pages(total)))
        {
            return false;
        }

        var last = await source.FetchAsync(Math.Max(1, Pages(total)), options.PageSize, cancellationToken).ConfigureAwait(false);
        return last.Items.Select(source.Id).SequenceEqual(page.Items.Select(source.Id));
    }

    /// <summary>Whether a page contradicts the pages before it so much that it is asked for once more.</summary>
    private bool IsSuspicious(Page<T> page) => (_blankPage == 0 && IsBlank(page)) || HasCollapsed(page);

    // Nothing where, by the latest total, something must be.
    private bool IsBlank(Page<T> page) => page.Items.Count == 0 && page.Total is { } total && _lastNumber * _size < total;

    // Nothing at all where much is left to read, or so much less that re-reading would go back further than ids are remembered.
    private bool HasCollapsed(Page<T> page) =>
        page.Total is { } total && _total is { } before
        && ((total == 0 && _seen < before) || before - total > RecentIds.DefaultCapacity - _size);

    private void NoteTotal(Page<T> page)
    {
        _totalChanged |= page.Total is { } total && _total is { } before && total != before;
        _total = page.Total ?? _total;
        _smallestTotal = _total < _smallestTotal ? _total : _smallestTotal ?? _total;
    }

    private void CheckNext(Page<T> page)
    {
        var number = _lastNumber + 1;
        Check(page, number);
        if (HasCollapsed(page))
        {
            throw source.Broken(Messages.TotalCollapsed.With(number, _total, page.Total));
        }

        // Blank pages up to the end are a total that is too high; a blank page in the middle is a hole.
        if (IsBlank(page))
        {
            _blankPage = _blankPage == 0 ? number : _blankPage;
        }
        else if (_blankPage > 0 && page.Items.Count > 0)
        {
            throw source.Broken(Messages.PageEmpty.With(_blankPage));
        }

        if (page.Size is { } size && size != _size && page.Total is { } total && number < Pages(total))
        {
            throw source.Broken(Messages.PageSizeChanged.With(_size, size));
        }
    }

    private List<T> TakeNext(Page<T> page)
    {
        var number = _lastNumber + 1;

        // What came to the head moves down what was read already: so many pages may bring nothing new.
        _excused += Pages(Math.Max(0, (page.Total - _total) ?? 0));
        NoteTotal(page);
        _lastNumber = number;
        var knownBefore = _known;
        var items = new List<T>();
        if (IsAnother(page, number))
        {
            _lastWasFull = false;
        }
        else
        {
            items = Take(page);
        }

        // Objects without an id may be the same ones for ever.
        _lastBroughtNew = _known > knownBefore;
        _barren = _lastBroughtNew || number > Pages(_total ?? long.MaxValue) ? 0 : _barren + 1;
        if (_barren > BarrenPages + _excused)
        {
            // Nothing but empty pages is the end, whatever was promised; the same objects over and over are no list.
            _ended = page.Items.Count > 0 ? throw source.Broken(Messages.PagesRepeat) : true;
        }

        return items;
    }

    /// <summary>
    /// This page was made of a shorter list than the one before it. Either something left the list in between, and what
    /// stood behind it moved up, perhaps from this page to one that was read already. Or this page was made first, and what
    /// came to the head in between moved down what stands between the two. Reads again the pages where it may stand now.
    /// </summary>
    private async Task<List<T>> MendAsync(long number, long longer, long shorter, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var (repeated, missing) = (_repeated, _missing);
        var boundary = (number - 1) * _size;
        var lowest = shorter;

        // Pages that are read one after the other are made one after the other.
        var highest = options.ThrottleLimit > 1 ? longer : shorter;
        var settled = false;
        for (var round = 0; round < MendRounds && !settled; round++)
        {
            var from = Math.Max(_firstNumber, (Math.Max(0, boundary - (longer - lowest)) / _size) + 1);
            var to = Pages(boundary + highest - shorter);
            long? last = null;
            settled = true;
            for (var again = from; again <= to && (again < number || again <= Pages(highest)); again++)
            {
                var page = await source.FetchAsync(again, options.PageSize, cancellationToken).ConfigureAwait(false);
                Check(page, again);
                var total = page.Total ?? shorter;
                settled &= total >= lowest && total <= highest && total == (last ?? total);
                lowest = Math.Min(lowest, total);
                highest = Math.Max(highest, total);
                last = total;
                if (!IsAnother(page, again))
                {
                    items.AddRange(Take(page));
                }
            }
        }

        // What was read here comes again on the pages that follow, and what moved down in between may do so, too.
        _excused += Pages(longer - shorter) + Pages(highest - lowest) + 1;
        (_repeated, _missing) = (repeated, missing);
        return items;
    }

    private List<T> Take(Page<T> page)
    {
        var items = new List<T>(page.Items.Count);
        _lastWasFull = page.Items.Count >= _size;
        _missing += Math.Max(0, _size - page.Items.Count);
        foreach (var item in page.Items)
        {
            var id = source.Id(item);
            if (!_recent.Add(id))
            {
                _repeated++;
                continue;
            }

            _seen++;
            _known += string.IsNullOrEmpty(id) ? 0 : 1;
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
        if (page.Size is < 1 or > MaxPageSize)
        {
            throw source.Broken(Messages.PageSizeInvalid.With(page.Size));
        }

        if (page.Total < 0)
        {
            throw source.Broken(Messages.TotalInvalid.With(page.Total));
        }

        if (IsAnother(page, number) && !IsLastInstead(page, number))
        {
            throw source.Broken(Messages.PageNumberMismatch.With(number, page.Number));
        }
    }

    private static bool IsAnother(Page<T> page, long number) => page.Number is { } given && given != number && page.Items.Count > 0;

    // A server may give its last page where there is no further one; any other page is the wrong one.
    private bool IsLastInstead(Page<T> page, long number) =>
        page.Number < number && (page.Total is { } total ? number > Pages(total, page.Size ?? _size) : page.Number == number - 1);

    /// <summary>The last page that can hold something wanted. Beyond what the total tells, pages are asked for one by one.</summary>
    private long LastWorthAsking(int underWay)
    {
        if (_ended)
        {
            return _lastNumber;
        }

        var goesOn = _total is not { } promised ? _lastWasFull : _lastBroughtNew && (_seen > promised ? _lastWasFull : _seen < promised);
        var feelAhead = goesOn && underWay == 0 ? _lastNumber + 1 : _lastNumber;
        var last = _total is { } total ? Math.Max(Pages(total), feelAhead) : feelAhead;
        return options.First is { } first ? Math.Min(last, Pages(Sum(options.Skip, first, _repeated + _missing))) : last;
    }

    private static long Sum(long one, long two, long three) => one > long.MaxValue - two || one + two > long.MaxValue - three ? long.MaxValue : one + two + three;

    private long Pages(long objects) => Pages(objects, _size);

    private static long Pages(long objects, long size) => (objects / size) + (objects % size == 0 ? 0 : 1);

    private void WarnIfPromiseBroken()
    {
        // A list that changes while it is read may have any length in between; fewer than it ever had is still too few.
        if (_total is { } total && _smallestTotal is { } smallest && !Satisfied
            && (_totalChanged ? _taken < smallest - options.Skip : _taken != Math.Max(0, total - options.Skip)))
        {
            observer.Warning(Messages.CountMismatch.With(total, _taken + options.Skip));
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
