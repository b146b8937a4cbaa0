using System.Runtime.CompilerServices;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Reads a list of any platform page by page and in order. Prefetches pages, uses the totals and page sizes of the responses, and
/// handles lists that change while they are read. No second page is requested before the first item has been consumed. An instance
/// can be used once.
/// </summary>
internal sealed class PageStream<T>
    where T : class
{
    private readonly PageSource<T> _source;
    private readonly ListOptions _options;
    private readonly ICallObserver _observer;
    private readonly ListPosition _position;
    private readonly ItemSelector<T> _selector;
    private readonly PageValidator<T> _validator;
    private readonly ListReconciler<T> _reconciler;

    public PageStream(PageSource<T> source, ListOptions options, ICallObserver observer)
    {
        (_source, _options, _observer) = (source, options, observer);
        _position = new(options.PageSize);
        _selector = new(source, options, _position);
        _validator = new(source, _position, _selector);
        _reconciler = new(source, options, _position, _validator, _selector);
    }

    /// <summary>Reads the list.</summary>
    /// <returns>Batches in the order of the list. The first batch contains a single item, or none if the list is empty.</returns>
    public async IAsyncEnumerable<Batch<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_options.First == 0 && !_options.IncludeTotalCount)
        {
            yield break;
        }

        var pages = new PagePrefetcher<T>(_source, _options, cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            var items = _selector.Select(await FetchFirstAsync(pages.Stopping).ConfigureAwait(false));

            // The second batch is requested only after the first item was consumed; only then are more pages requested.
            yield return new(items.Count > 1 ? [items[0]] : items, _position.Total);
            var rest = items.Count > 1 ? items.GetRange(1, items.Count - 1) : [];
            pages.NextPage = _position.NextPage;
            while (true)
            {
                while (!_selector.IsSatisfied && pages.HasRoom && pages.NextPage <= LastPageToRequest(pages.InFlight))
                {
                    pages.Request();
                }

                if (rest.Count > 0)
                {
                    yield return new(rest, _position.Total);
                }

                if (pages.InFlight == 0 || _selector.IsSatisfied)
                {
                    break;
                }

                rest = await ReadNextAsync(await pages.TakeAsync().ConfigureAwait(false), pages.Stopping).ConfigureAwait(false);
            }

            WarnIfCountDiffers();
        }
    }

    private async Task<Page<T>> FetchFirstAsync(CancellationToken cancellationToken)
    {
        var number = (_options.Skip / _options.PageSize) + 1;
        var page = await FetchAsync(number, cancellationToken).ConfigureAwait(false);
        _validator.Validate(page, number);
        _position.PageSize = page.Size ?? _options.PageSize;
        if (number > 1 && _position.PageSize != _options.PageSize)
        {
            // The server uses another page size, so the first requested item is on another page.
            number = (_options.Skip / _position.PageSize) + 1;
            page = await FetchAsync(number, cancellationToken).ConfigureAwait(false);
            _validator.Validate(page, number);
        }

        _position.Start(number, page.Total);
        _selector.Start();
        var isNotThere = PageValidator<T>.IsOtherPage(page, number) || await IsLastPageAgainAsync(page, cancellationToken).ConfigureAwait(false);
        return isNotThere ? page with { Items = [] } : page;
    }

    /// <summary>
    /// Returns whether the first page, beyond the reported total, is the last page of the list again. A server that reports no page
    /// numbers can return that page. The total can also be too low, so the page is compared with the last one.
    /// </summary>
    private async Task<bool> IsLastPageAgainAsync(Page<T> page, CancellationToken cancellationToken)
    {
        if (page.Number is not null || page.Items.Count == 0 || page.Total is not { } total)
        {
            return false;
        }

        var lastPage = Math.Max(1, _position.PageCount(total));
        if (_position.FirstPage <= lastPage)
        {
            return false;
        }

        var last = await FetchAsync(lastPage, cancellationToken).ConfigureAwait(false);
        return last.Items.Select(_source.Id).SequenceEqual(page.Items.Select(_source.Id));
    }

    private async Task<List<T>> ReadNextAsync(Page<T> page, CancellationToken cancellationToken)
    {
        var number = _position.NextPage;
        if (_validator.IsSuspicious(page))
        {
            page = await FetchAsync(number, cancellationToken).ConfigureAwait(false);
        }

        _validator.ValidateNext(page);
        var items = page.Total < _position.Total
            ? await _reconciler.ReconcileAsync(_position.Total.Value, page.Total.Value, cancellationToken).ConfigureAwait(false)
            : [];

        // Items that were added at the head move items that were already read down, so this many pages can contain no new items.
        _validator.AllowRepeats(_position.PageCount(Math.Max(0, (page.Total - _position.Total) ?? 0)));
        _position.MoveNext(page.Total);
        var readWithIdBefore = _selector.ReadWithId;
        if (PageValidator<T>.IsOtherPage(page, number))
        {
            _selector.LastPageWasFull = false;
        }
        else
        {
            items.AddRange(_selector.Select(page));
        }

        _validator.ValidateProgress(page, readWithIdBefore);
        return items;
    }

    private Task<Page<T>> FetchAsync(long number, CancellationToken cancellationToken) => _source.FetchAsync(number, _options.PageSize, cancellationToken);

    /// <summary>
    /// Returns the last page that can contain a requested item. Beyond the reported total, pages are requested one at a time.
    /// </summary>
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
        // A list that changes while it is read can have any intermediate length, but fewer items than the smallest total are too few.
        if (_position is { Total: { } total, SmallestTotal: { } smallest } && !_selector.IsSatisfied
            && (_position.TotalChanged ? _selector.Returned < smallest - _options.Skip : _selector.Returned != Math.Max(0, total - _options.Skip)))
        {
            _observer.Warning(Messages.CountMismatch.With(total, _selector.Returned + _options.Skip));
        }
    }
}
