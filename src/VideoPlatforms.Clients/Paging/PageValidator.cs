using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Paging;

/// <summary>Validates pages: their sizes, totals and numbers, each page against those before it, and whether they bring new items at all.</summary>
internal sealed class PageValidator<T>(PageSource<T> source, ListPosition position, ItemSelector<T> selector)
    where T : class
{
    // No server means more than this.
    private const long MaxPageSize = 100_000;
    private const int MaxPagesWithoutNewItems = 3;

    private long _blankPage;
    private long _pagesWithoutNewItems;

    /// <summary>Whether the last page brought an item that was not read before.</summary>
    public bool LastPageHadNewItems { get; private set; } = true;

    /// <summary>Whether the pages are empty from here on, whatever total was reported.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether this is another page than the requested one.</summary>
    public static bool IsOtherPage(Page<T> page, long number) => page.Number is { } reported && reported != number && page.Items.Count > 0;

    /// <summary>Whether the next page contradicts the pages before it so much that it is requested once more.</summary>
    public bool IsSuspicious(Page<T> page, long number) => (_blankPage == 0 && IsBlank(page, number)) || HasCollapsed(page, number);

    /// <summary>Validates the next page, also against the pages before it.</summary>
    public void Validate(Page<T> page, long number)
    {
        ValidateReport(page, number);
        if (HasCollapsed(page, number))
        {
            throw source.Broken(Messages.TotalCollapsed.With(number, position.Total, page.Total));
        }

        // Blank pages up to the end mean that the total is too high; a blank page in the middle is a hole.
        if (IsBlank(page, number))
        {
            _blankPage = _blankPage == 0 ? number : _blankPage;
        }
        else if (_blankPage > 0 && number > _blankPage && page.Items.Count > 0)
        {
            throw source.Broken(Messages.PageEmpty.With(_blankPage));
        }

        if (page.Size is { } size && size != position.PageSize && page.Total is { } total && number < position.PageCount(total))
        {
            throw source.Broken(Messages.PageSizeChanged.With(position.PageSize, size));
        }
    }

    /// <summary>Validates what a page reports, by itself.</summary>
    public void ValidateReport(Page<T> page, long number)
    {
        if (page.Size is < 1 or > MaxPageSize)
        {
            throw source.Broken(Messages.PageSizeInvalid.With(page.Size));
        }

        if (page.Total < 0)
        {
            throw source.Broken(Messages.TotalInvalid.With(page.Total));
        }

        if (IsOtherPage(page, number) && !IsLastPageInstead(page, number))
        {
            throw source.Broken(Messages.PageNumberMismatch.With(number, page.Number));
        }
    }

    /// <summary>Validates that pages still bring new items, after the last page was selected from.</summary>
    /// <param name="page">The last page.</param>
    /// <param name="readWithIdBefore">How many items with an id were read before it. Items without one may be the same ones for ever.</param>
    public void ValidateProgress(Page<T> page, long readWithIdBefore)
    {
        LastPageHadNewItems = selector.ReadWithId > readWithIdBefore;
        _pagesWithoutNewItems = LastPageHadNewItems || position.LastPage > position.PageCount(position.Total ?? long.MaxValue) ? 0 : _pagesWithoutNewItems + 1;
        if (_pagesWithoutNewItems > MaxPagesWithoutNewItems + position.AllowedRepeats)
        {
            // Only empty pages are the end, whatever total was reported; the same items on page after page are no list.
            HasEnded = page.Items.Count > 0 ? throw source.Broken(Messages.PagesRepeat) : true;
        }
    }

    // Empty although, by the total, items must be on it.
    private bool IsBlank(Page<T> page, long number) => page.Items.Count == 0 && (number - 1) * position.PageSize < (page.Total ?? position.Total);

    // A total of zero although much is left to read, or so much less that reading would go back further than ids are remembered.
    private bool HasCollapsed(Page<T> page, long number) =>
        page.Total is { } total && position.Total is { } before
        && ((total == 0 && selector.Read < before)
            || before - total > RecentIds.DefaultCapacity - ((position.FurthestPage + 2 - number) * position.PageSize));

    // A server may return its last page for every page past the end; any other page is the wrong one.
    private bool IsLastPageInstead(Page<T> page, long number) =>
        page.Number < number
        && (page.Total is { } total ? number > ListPosition.PageCount(total, page.Size ?? position.PageSize) : page.Number == number - 1);
}
