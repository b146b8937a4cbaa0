namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Reads a list on so that no item is missed although items leave it meanwhile. Whenever a page comes from a shorter list than the page before it,
/// the items of the next page may have moved up to pages that were read already: reading goes back by as much as the list lost.
/// </summary>
internal sealed class ListReconciler<T>(PageReader<T> reader, ListOptions options, ListPosition position, PageValidator<T> validator, ItemSelector<T> selector)
    where T : class
{
    private const int MaxReconcilePasses = 5;

    private int _maxPasses = MaxReconcilePasses;

    /// <summary>Moves on to the next page, which was prefetched.</summary>
    /// <returns>The wanted items of the next page, after those of the pages that were read again.</returns>
    public async Task<List<T>> MoveNextAsync(Page<T> page, CancellationToken cancellationToken)
    {
        var number = position.NextPage;
        var items = new List<T>();
        var wastedPlaces = selector.WastedPlaces;
        page = await reader.ValidateAsync(page, number, cancellationToken).ConfigureAwait(false);
        if ((page.Total ?? position.Total) != position.Total && options.ThrottleLimit > 1)
        {
            // A prefetched page may be older than the page before it: what came to the head in between moved items down from it to
            // that page, which was read before they came there. Only a page that is requested now is surely newer.
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

                // A total that goes up and down with every request says nothing, and is not waited for so long again.
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
