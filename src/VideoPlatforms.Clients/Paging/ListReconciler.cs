namespace VideoPlatforms.Clients.Paging;

/// <summary>Reads pages again when the list became shorter between two pages, so that no item is missed.</summary>
internal sealed class ListReconciler<T>(
    PageSource<T> source, ListOptions options, ListPosition position, PageValidator<T> validator, ItemSelector<T> selector)
    where T : class
{
    private const int MaxReconcilePasses = 5;

    /// <summary>
    /// The next page comes from a shorter list than the one before it. Either items left the list in between, and the
    /// items behind them moved up, perhaps from this page to one that was read already. Or this page was made first, and items
    /// that came to the head in between moved down those between the two. Reads the pages again where these may stand now.
    /// </summary>
    /// <returns>The wanted items on these pages.</returns>
    public async Task<List<T>> ReconcileAsync(long longer, long shorter, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var wastedPlaces = selector.WastedPlaces;
        var number = position.NextPage;
        var boundary = (number - 1) * position.PageSize;
        var lowest = shorter;

        // Pages that are requested one after the other are made one after the other.
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

        // What was read here comes again on the pages that follow, and so may what moved down in between.
        validator.AllowRepeats(position.PageCount(longer - shorter) + position.PageCount(highest - lowest) + 1);
        selector.WastedPlaces = wastedPlaces;
        return items;
    }
}
