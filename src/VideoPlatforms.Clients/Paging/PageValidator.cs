using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Validates the size, total and number of pages, compares each page with the previous ones, and detects pages without new items.
/// </summary>
internal sealed class PageValidator<T>(PageSource<T> source, ListPosition position, ItemSelector<T> selector)
    where T : class
{
    // Larger values are considered invalid.
    private const long MaxPageSize = 100_000;
    private const int MaxPagesWithoutNewItems = 3;

    private long _blankPage;
    private long _pagesWithoutNewItems;
    private long _allowedRepeats;

    /// <summary>Gets a value indicating whether the last page contained an item that was not read before.</summary>
    public bool LastPageHadNewItems { get; private set; } = true;

    /// <summary>Gets a value indicating whether the list has ended because the pages are empty, regardless of the reported total.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Returns whether a page is not the requested one.</summary>
    public static bool IsOtherPage(Page<T> page, long number) => page.Number is { } reported && reported != number && page.Items.Count > 0;

    /// <summary>Validates a page regardless of other pages.</summary>
    public void Validate(Page<T> page, long number)
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

    /// <summary>Returns whether the next page is inconsistent with the previous pages, so that it is requested once more.</summary>
    public bool IsSuspicious(Page<T> page) => (_blankPage == 0 && IsBlank(page)) || HasCollapsed(page);

    /// <summary>Validates the next page against the previous pages.</summary>
    public void ValidateNext(Page<T> page)
    {
        var number = position.NextPage;
        Validate(page, number);
        if (HasCollapsed(page))
        {
            throw source.Broken(Messages.TotalCollapsed.With(number, position.Total, page.Total));
        }

        // Empty pages up to the end mean that the total is too high. An empty page followed by items is an error.
        if (IsBlank(page))
        {
            _blankPage = _blankPage == 0 ? number : _blankPage;
        }
        else if (_blankPage > 0 && page.Items.Count > 0)
        {
            throw source.Broken(Messages.PageEmpty.With(_blankPage));
        }

        if (page.Size is { } size && size != position.PageSize && page.Total is { } total && number < position.PageCount(total))
        {
            throw source.Broken(Messages.PageSizeChanged.With(position.PageSize, size));
        }
    }

    /// <summary>Allows additional pages without new items, because the list changed.</summary>
    public void AllowRepeats(long pages) => _allowedRepeats += pages;

    /// <summary>Validates, after the last page was processed, that the pages still contain new items.</summary>
    /// <param name="page">The last page.</param>
    /// <param name="readWithIdBefore">The number of items with an ID that were read before it. Others can be repetitions.</param>
    public void ValidateProgress(Page<T> page, long readWithIdBefore)
    {
        LastPageHadNewItems = selector.ReadWithId > readWithIdBefore;
        _pagesWithoutNewItems = LastPageHadNewItems || position.LastPage > position.PageCount(position.Total ?? long.MaxValue) ? 0 : _pagesWithoutNewItems + 1;
        if (_pagesWithoutNewItems > MaxPagesWithoutNewItems + _allowedRepeats)
        {
            // Only empty pages end the list regardless of the reported total. Pages that repeat the same items are an error.
            HasEnded = page.Items.Count > 0 ? throw source.Broken(Messages.PagesRepeat) : true;
        }
    }

    // The page is empty although it must contain items according to its own total.
    private bool IsBlank(Page<T> page) => page.Items.Count == 0 && page.Total is { } total && position.LastPage * position.PageSize < total;

    // The total is zero although items are missing, or the list shrank by more items than RecentIds can recognize during reconciliation.
    private bool HasCollapsed(Page<T> page) =>
        page.Total is { } total && position.Total is { } before
        && ((total == 0 && selector.Read < before) || before - total > RecentIds.DefaultCapacity - position.PageSize);

    // A server can return the last page for every page beyond the end. Any other page is an error.
    private bool IsLastPageInstead(Page<T> page, long number) =>
        page.Number < number
        && (page.Total is { } total ? number > ListPosition.PageCount(total, page.Size ?? position.PageSize) : page.Number == number - 1);
}
