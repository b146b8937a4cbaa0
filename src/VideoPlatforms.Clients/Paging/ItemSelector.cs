namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Selects the items to return from the pages: each item once, after the skipped items and up to the requested number. Counts the
/// items that were read.
/// </summary>
internal sealed class ItemSelector<T>(PageSource<T> source, ListOptions options, ListPosition position)
    where T : class
{
    private readonly RecentIds _recentIds = new(RecentIds.DefaultCapacity);
    private long _remainingSkip;

    /// <summary>Gets the number of items that were returned.</summary>
    public long Returned { get; private set; }

    /// <summary>Gets the number of items that were read, including those before the first page and without repeated items.</summary>
    public long Read { get; private set; }

    /// <summary>Gets the number of items with an ID that were read. Without an ID, a repeated item is not recognized.</summary>
    public long ReadWithId { get; private set; }

    /// <summary>Gets or sets the number of places on the pages that were empty or contained a repeated item.</summary>
    public long WastedPlaces { get; set; }

    /// <summary>Gets a value indicating whether the last page was full.</summary>
    public bool LastPageWasFull { get; private set; }

    /// <summary>Gets a value indicating whether the requested number of items was returned.</summary>
    public bool IsSatisfied => Returned == options.First;

    /// <summary>Starts at the first page.</summary>
    public void Start()
    {
        _remainingSkip = options.Skip - position.ItemsBeforeFirstPage;
        Read = position.ItemsBeforeFirstPage;
    }

    /// <summary>Selects the items to return from a page; none if the server returned another page.</summary>
    public List<T> Select(Page<T> page, long number)
    {
        if (PageValidator<T>.IsOtherPage(page, number))
        {
            LastPageWasFull = false;
            return [];
        }

        var items = new List<T>(page.Items.Count);
        LastPageWasFull = page.Items.Count >= position.PageSize;
        WastedPlaces += Math.Max(0, position.PageSize - page.Items.Count);
        foreach (var item in page.Items)
        {
            var id = source.Id(item);
            if (!_recentIds.Add(id))
            {
                WastedPlaces++;
                continue;
            }

            Read++;
            ReadWithId += string.IsNullOrEmpty(id) ? 0 : 1;
            if (_remainingSkip > 0)
            {
                _remainingSkip--;
            }
            else if (!IsSatisfied)
            {
                Returned++;
                items.Add(item);
            }
        }

        return items;
    }
}
