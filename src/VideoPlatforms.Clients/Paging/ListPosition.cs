namespace VideoPlatforms.Clients.Paging;

/// <summary>Tracks which pages of a list were read, and the total that the server reported.</summary>
/// <param name="requestedPageSize">The page size of the requests, which applies until the server reports another one.</param>
internal sealed class ListPosition(int requestedPageSize)
{
    /// <summary>Gets or sets the number of items on a full page.</summary>
    public long PageSize { get; set; } = requestedPageSize;

    /// <summary>Gets the number of the page that was read first.</summary>
    public long FirstPage { get; private set; }

    /// <summary>Gets the number of the page that was read last.</summary>
    public long LastPage { get; private set; }

    /// <summary>Gets the highest number of a page that was read.</summary>
    public long FurthestPage { get; private set; }

    /// <summary>Gets the number of the page to read next.</summary>
    public long NextPage => LastPage + 1;

    /// <summary>Gets the number of items before the first page.</summary>
    public long ItemsBeforeFirstPage => (FirstPage - 1) * PageSize;

    /// <summary>Gets the total that was reported last; null if none was reported.</summary>
    public long? Total { get; private set; }

    /// <summary>Gets the smallest total that was reported; null if none was reported.</summary>
    public long? SmallestTotal { get; private set; }

    /// <summary>Gets a value indicating whether pages reported different totals.</summary>
    public bool TotalChanged { get; private set; }

    /// <summary>
    /// Gets the number of pages that may contain only repeated items: new items at the beginning of the list move items that were read
    /// to later pages.
    /// </summary>
    public long AllowedRepeats { get; private set; }

    /// <summary>Sets the first page.</summary>
    public void Start(long page, long? total)
    {
        FirstPage = page;
        LastPage = page;
        FurthestPage = page;
        Report(total);
    }

    /// <summary>Moves to the next page.</summary>
    public void MoveNext(long? total)
    {
        LastPage++;
        FurthestPage = Math.Max(FurthestPage, LastPage);
        Report(total);
    }

    /// <summary>Moves back to the first page that can contain the items of the next page now that the list is shorter.</summary>
    public void GoBack(long total)
    {
        LastPage = Math.Max(FirstPage, NextPage - PageCount(Math.Max(0, (Total - total) ?? 0))) - 1;
        Report(total);
    }

    /// <summary>Returns the number of pages for a number of items.</summary>
    public long PageCount(long items) => PageCount(items, PageSize);

    /// <summary>Returns the number of pages of a given size for a number of items.</summary>
    public static long PageCount(long items, long pageSize) => (items / pageSize) + (items % pageSize == 0 ? 0 : 1);

    private void Report(long? total)
    {
        TotalChanged |= total is { } now && Total is { } before && now != before;
        AllowedRepeats += PageCount(Math.Max(0, (total - Total) ?? 0));
        Total = total ?? Total;
        SmallestTotal = Total < SmallestTotal ? Total : SmallestTotal ?? Total;
    }
}
