namespace VideoPlatforms.Clients.Paging;

/// <summary>Which pages of a list were read, and how long the list is as the server reported so far.</summary>
/// <param name="requestedPageSize">The page size of the requests: it counts until the server reports its own.</param>
internal sealed class ListPosition(int requestedPageSize)
{
    /// <summary>How many items a full page holds.</summary>
    public long PageSize { get; set; } = requestedPageSize;

    /// <summary>The page that reading started with.</summary>
    public long FirstPage { get; private set; }

    /// <summary>The last page that was read.</summary>
    public long LastPage { get; private set; }

    /// <summary>The furthest page that was read.</summary>
    public long FurthestPage { get; private set; }

    /// <summary>The page to read next.</summary>
    public long NextPage => LastPage + 1;

    /// <summary>How many items stand before the first page.</summary>
    public long ItemsBeforeFirstPage => (FirstPage - 1) * PageSize;

    /// <summary>The total that was reported last; null if none was.</summary>
    public long? Total { get; private set; }

    /// <summary>The smallest total that was reported.</summary>
    public long? SmallestTotal { get; private set; }

    /// <summary>Whether pages reported different totals.</summary>
    public bool TotalChanged { get; private set; }

    /// <summary>How many pages may hold nothing but repeated items: what comes to the head moves down what was read already.</summary>
    public long AllowedRepeats { get; private set; }

    /// <summary>Starts at a page.</summary>
    public void Start(long page, long? total)
    {
        FirstPage = page;
        LastPage = page;
        FurthestPage = page;
        Report(total);
    }

    /// <summary>Moves on to the next page.</summary>
    public void MoveNext(long? total)
    {
        LastPage++;
        FurthestPage = Math.Max(FurthestPage, LastPage);
        Report(total);
    }

    /// <summary>Goes back to where the items of the next page may stand now that the list is shorter.</summary>
    public void GoBack(long total)
    {
        LastPage = Math.Max(FirstPage, NextPage - PageCount(Math.Max(0, (Total - total) ?? 0))) - 1;
        Report(total);
    }

    /// <summary>How many pages this many items take.</summary>
    public long PageCount(long items) => PageCount(items, PageSize);

    /// <summary>How many pages of a given size this many items take.</summary>
    public static long PageCount(long items, long pageSize) => (items / pageSize) + (items % pageSize == 0 ? 0 : 1);

    private void Report(long? total)
    {
        TotalChanged |= total is { } now && Total is { } before && now != before;
        AllowedRepeats += PageCount(Math.Max(0, (total - Total) ?? 0));
        Total = total ?? Total;
        SmallestTotal = Total < SmallestTotal ? Total : SmallestTotal ?? Total;
    }
}
