using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Reads a list of any platform page by page and in order. Pages are prefetched; the totals and page sizes of the responses apply; the
/// list can change while it is read. The second page is requested only after the first item was consumed. An instance is used once.
/// </summary>
internal sealed class PageStream<T>
    where T : class
{
    private const int MaxComparisons = 5;

    private readonly PageSource<T> _source;
    private readonly ListOptions _options;
    private readonly ICallObserver _observer;
    private readonly ListPosition _position;
    private readonly ItemSelector<T> _selector;
    private readonly PageValidator<T> _validator;
    private readonly PageReader<T> _reader;
    private readonly ListReconciler<T> _reconciler;

    public PageStream(PageSource<T> source, ListOptions options, ICallObserver observer)
    {
        (_source, _options, _observer) = (source, options, observer);
        _position = new(options.PageSize);
        _selector = new(source, options, _position);
        _validator = new(source, _position, _selector);
        _reader = new(source, options, _validator);
        _reconciler = new(_reader, options, _position, _validator, _selector);
    }

    /// <summary>Reads the list.</summary>
    /// <returns>Batches in the order of the list. The first contains a single item, or none if the list is empty.</returns>
    public async IAsyncEnumerable<Batch<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_options.First == 0 && !_options.IncludeTotalCount)
        {
            yield break;
        }

        var pages = new PagePrefetcher<T>(_source, _options, cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            var items = await StartAsync(pages.Stopping).ConfigureAwait(false);

            // A request for the second batch means that the first item was consumed. Only then are more pages requested.
            yield return BatchOf(items.Count > 1 ? [items[0]] : items);
            var rest = items.Count > 1 ? items.GetRange(1, items.Count - 1) : [];
            pages.NextPage = _position.NextPage;
            while (true)
            {
                if (_options.IsOnDemand && rest.Count > 0)
                {
                    yield return BatchOf(rest);
                    rest = [];
                }

                Request(pages);
                if (rest.Count > 0)
                {
                    yield return BatchOf(rest);
                }

                if (pages.InFlight == 0 || _selector.IsSatisfied)
                {
                    break;
                }

                var failure = await AddNextAsync(rest = [], pages).ConfigureAwait(false);
                if (failure is not null)
                {
                    yield return BatchOf(rest);
                    failure.Throw();
                }
            }

            WarnIfCountDiffers();
        }
    }

    /// <summary>
    /// Adds the items of the next page, and of the pages after it that have already arrived: if the items are consumed slower than the pages
    /// arrive, fewer and larger batches cost less.
    /// </summary>
    /// <returns>The failure of a later page. The items of the pages before it are valid.</returns>
    private async Task<ExceptionDispatchInfo?> AddNextAsync(List<T> items, PagePrefetcher<T> pages)
    {
        for (var taken = 1; ; taken++)
        {
            try
            {
                var page = await pages.TakeAsync().ConfigureAwait(false);
                items.AddRange(await _reconciler.MoveNextAsync(page, pages.Stopping).ConfigureAwait(false));
            }
            catch (Exception failure) when (items.Count > 0 && failure is PlatformException)
            {
                return ExceptionDispatchInfo.Capture(failure);
            }

            if (_selector.IsSatisfied || !pages.HasArrived || taken == _options.ThrottleLimit)
            {
                return null;
            }

            Request(pages);
        }
    }

    private void Request(PagePrefetcher<T> pages)
    {
        while (!_selector.IsSatisfied && pages.HasRoom && pages.NextPage <= LastPageToRequest(pages.InFlight))
        {
            pages.Request();
            if (_options.IsOnDemand)
            {
                break;
            }
        }
    }

    private Batch<T> BatchOf(List<T> items) => new(items, _position.Total) { PageSize = _position.PageSize };

    private async Task<List<T>> StartAsync(CancellationToken cancellationToken)
    {
        var number = (_options.Skip / _options.PageSize) + 1;
        var page = await _reader.FetchAsync(number, cancellationToken).ConfigureAwait(false);
        _validator.ValidateReport(page, number);
        _position.PageSize = page.Size ?? _options.PageSize;
        if (number > 1 && _position.PageSize != _options.PageSize)
        {
            // The server uses a different page size, so the first item is on another page.
            number = (_options.Skip / _position.PageSize) + 1;
            _position.Start(number, page.Total);
            page = await _reader.FetchAsync(number, cancellationToken).ConfigureAwait(false);
        }

        page = await _reader.ValidateAsync(page, number, cancellationToken).ConfigureAwait(false);
        if (IsPastTheEnd(page, number))
        {
            page = await WithoutLastPageAgainAsync(page, number, cancellationToken).ConfigureAwait(false);
        }

        _position.Start(number, page.Total);
        _selector.Start();
        return _selector.Select(page, number);
    }

    /// <summary>
    /// Replaces the last page by an empty one if the server returned it for a page past the end. A server that reports no page numbers may
    /// do that. The total may also be too low, so the page is compared with the last one, and again if that is empty or if another total
    /// shows that the list changed in between.
    /// </summary>
    private async Task<Page<T>> WithoutLastPageAgainAsync(Page<T> page, long number, CancellationToken cancellationToken)
    {
        for (var comparisons = 0; IsPastTheEnd(page, number); comparisons++)
        {
            var total = page.Total!.Value;
            var last = await _reader.FetchAsync(LastPageOf(total), cancellationToken).ConfigureAwait(false);
            if (last.Items.Select(_source.Id).Intersect(page.Items.Select(_source.Id)).Any())
            {
                return page with { Items = [] };
            }

            if (last.Items.Count > 0 && last.Total == total)
            {
                break;
            }

            if (comparisons == MaxComparisons)
            {
                return number > LastPageOf(last.Total ?? total) ? page with { Items = [] } : page;
            }

            page = await _reader.ReadAsync(number, cancellationToken).ConfigureAwait(false);
        }

        return page;
    }

    // The page has items, although its total says that it has none.
    private bool IsPastTheEnd(Page<T> page, long number) => page is { Number: null, Items.Count: > 0, Total: { } total } && number > LastPageOf(total);

    private long LastPageOf(long items) => Math.Max(1, _position.PageCount(items));

    /// <summary>Returns the last page that can contain a requested item. Past the reported total, pages are requested one by one.</summary>
    private long LastPageToRequest(int inFlight)
    {
        if (_validator.HasEnded)
        {
            return _position.LastPage;
        }

        var goesOn = _position.Total is { } reported
            ? _validator.LastPageHadNewItems && (_selector.Read > reported ? _selector.LastPageWasFull : _selector.Read < reported)
            : _selector.LastPageWasFull;
        var probePage = goesOn && inFlight == 0 ? _position.NextPage : _position.LastPage;
        var last = _position.Total is { } total ? Math.Max(_position.PageCount(total), probePage) : probePage;
        return _options.First is { } first ? Math.Min(last, _position.PageCount(Sum(_options.Skip, first, _selector.WastedPlaces))) : last;
    }

    private static long Sum(long one, long two, long three) => one > long.MaxValue - two || one + two > long.MaxValue - three ? long.MaxValue : one + two + three;

    private void WarnIfCountDiffers()
    {
        // If the total changed, any number from the smallest total on is plausible.
        if (_position is { Total: { } total, SmallestTotal: { } smallest } && !_selector.IsSatisfied
            && (_position.TotalChanged ? _selector.Returned < smallest - _options.Skip : _selector.Returned != Math.Max(0, total - _options.Skip)))
        {
            _observer.Warning(Messages.CountMismatch.With(total, _selector.Returned + _options.Skip));
        }
    }
}
