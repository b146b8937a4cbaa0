namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Continues to read a list so that no item is missed if items are removed from the list meanwhile. If a page reports a smaller total
/// than the page before it, the items of the next page may have moved to pages that were already read. Reading then moves back by the
/// number of removed items.
/// </summary>
internal sealed class ListReconciler<T>(PageReader<T> reader, ListOptions options, ListPosition position, PageValidator<T> validator, ItemSelector<T> selector)
    where T : class
{
    private const int MaxReconcilePasses = 5;

    private int _maxPasses = MaxReconcilePasses;

    /// <summary>Moves to the next page, which was prefetched.</summary>
    /// <returns>The items to return: those of the pages that were read again, then those of the next page.</returns>
    public async Task<List<T>> MoveNextAsync(Page<T> page, CancellationToken cancellationToken)
    {
        var number = position.NextPage;
        var items = new List<T>();
        var wastedPlaces = selector.WastedPlaces;
        page = await reader.ValidateAsync(page, number, cancellationToken).ConfigureAwait(false);
        if ((page.Total ?? position.Total) != position.Total && options.ThrottleLimit > 1)
        {
            // A prefetched page may be older than the page before it. Items that were added to the beginning of the list in between moved
            // items from the older page to later ones. Only a page that is requested now is certainly newer.
            page = await reader.ReadAsync(number, cancellationToken).ConfigureAwait(false);
        }

        for (var passes = 0; ; page = await reader.ReadAsync(position.NextPage, cancellationToken).ConfigureAwait(false))
        {
            if (page.Total < position.Total && position.NextPage > position.FirstPage)
            {
                if (passes++ < _maxPasses)
                {
                    position.GoBack(page.Total.Value);
                    continue;
                }

                // A total that changes with every request is ignored, and later pages use fewer passes.
                _maxPasses = 1;
                page = page with { Total = null };
            }

            if (position.NextPage == number)
            {
                selector.WastedPlaces = wastedPlaces;
                var readWithIdBefore = selector.ReadWithId;
                items.AddRange(Select(page));
                validator.ValidateProgress(page, readWithIdBefore);
                return items;
            }

            items.AddRange(Select(page));
        }
    }

    private List<T> Select(Page<T> page)
    {
        position.MoveNext(page.Total);
        return selector.Select(page, position.LastPage);
    }
}
