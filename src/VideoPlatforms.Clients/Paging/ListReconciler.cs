namespace VideoPlatforms.Clients.Paging;

/// <summary>Reads pages again if the list became shorter between two pages, so that no item is missed.</summary>
internal sealed class ListReconciler<T>(
    PageSource<T> source, ListOptions options, ListPosition position, PageValidator<T> validator, ItemSelector<T> selector)
    where T : class
{
    private const int MaxReconcilePasses = 5;

    /// <summary>
    /// Reads the pages again that can contain items that moved. The next page comes from a shorter list than the page before it.
    /// Either items were removed in between, and the items after them moved up, possibly from this page to a page that was already
    /// read; or the server generated this page first, and items that were added at the head in between moved the items between the
    /// two pages down.
    /// </summary>
    /// <returns>The requested items on these pages.</returns>
    public async Task<List<T>> ReconcileAsync(long longer, long shorter, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var wastedPlaces = selector.WastedPlaces;
        var number = position.NextPage;
        var boundary = (number - 1) * position.PageSize;
        var lowest = shorter;

        // Without concurrency, the server generates the pages in the order of the requests.
        var highest = options.ThrottleLimit > 1 ? longer : shorter;
        var settled = false;
        for (var pass = 0; pass < MaxReconcilePasses && !settled; pass++)
        {
            var from = Math.Max(position.FirstPage, (Math.Max(0, boundary - (longer - lowest)) / position.PageSize) + 1);
            var to = position.PageCount(boundary + highest - shorter);
            long? last = null;
            settled = true;
            for (var again = from; again <= to && (again < number || again <= position.PageCount(highest)); again++)
            {
                var page = await source.FetchAsync(again, options.PageSize, cancellationToken).ConfigureAwait(false);
                validator.Validate(page, again);
                var total = page.Total ?? shorter;
                settled &= total >= lowest && total <= highest && total == (last ?? total);
                lowest = Math.Min(lowest, total);
                highest = Math.Max(highest, total);
                last = total;
                if (!PageValidator<T>.IsOtherPage(page, again))
                {
                    items.AddRange(selector.Select(page));
                }
            }
        }

        // The following pages can contain the items that were read here, and the items that moved down in between.
        validator.AllowRepeats(position.PageCount(longer - shorter) + position.PageCount(highest - lowest) + 1);
        selector.WastedPlaces = wastedPlaces;
        return items;
    }
}
