namespace VideoPlatforms.Clients.Paging;

/// <summary>Selects what is wanted of the pages: every item once, after the skipped ones and no more than asked for. Counts what was read.</summary>
internal sealed class ItemSelector<T>(PageSource<T> source, ListOptions options, ListPosition position)
    where T : class
{
    private readonly RecentIds _recentIds = new(RecentIds.DefaultCapacity);
    private long _remainingSkip;

    /// <summary>How many items were returned.</summary>
    public long Returned { get; private set; }

    /// <summary>How many items were read, repeated ones not counted, those before the first page counted as read.</summary>
    public long Read { get; private set; }

    /// <summary>How many of the items that were read have an id. Without one, a repeated item looks like a new one.</summary>
    public long ReadWithId { get; private set; }

    /// <summary>How many places on the pages were empty or held a repeated item.</summary>
    public long WastedPlaces { get; set; }

    /// <summary>Whether the last page held as many items as it can.</summary>
    public bool LastPageWasFull { get; private set; }

    /// <summary>Whether every wanted item was returned.</summary>
    public bool IsSatisfied => Returned == options.First;

    /// <summary>Starts at the first page.</summary>
    public void Start()
    {
        _remainingSkip = options.Skip - position.ItemsBeforeFirstPage;
        Read = position.ItemsBeforeFirstPage;
    }

    /// <summary>Selects from a page; nothing if the server returned another one.</summary>
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
