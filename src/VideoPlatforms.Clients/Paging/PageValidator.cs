using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Validates pages: their sizes, totals and numbers, also in comparison with the pages before them, and whether they contain new
/// items.
/// </summary>
internal sealed class PageValidator<T>(PageSource<T> source, ListPosition position, ItemSelector<T> selector)
    where T : class
{
    // A larger value can only be an error of the server.
    private const long MaxPageSize = 100_000;
    private const int MaxPagesWithoutNewItems = 3;

    private long _blankPage;
    private long _pagesWithoutNewItems;

    /// <summary>Gets a value indicating whether the last page contained an item that was not read before.</summary>
    public bool LastPageHadNewItems { get; private set; } = true;

    /// <summary>Gets a value indicating whether the list ended before the reported total, because the pages contain no more items.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Returns whether the server returned another page than the requested one.</summary>
    public static bool IsOtherPage(Page<T> page, long number) => page.Number is { } reported && reported != number && page.Items.Count > 0;

    /// <summary>Returns whether the next page contradicts the pages before it, so that it is requested once more.</summary>
    public bool IsSuspicious(Page<T> page, long number) => (_blankPage == 0 && IsBlank(page, number)) || HasCollapsed(page, number);

    /// <summary>Validates the next page, also against the pages before it.</summary>
    public void Validate(Page<T> page, long number)
    {
        ValidateReport(page, number);
        if (HasCollapsed(page, number))
        {
            throw source.Broken(Messages.TotalCollapsed.With(number, position.Total, page.Total));
        }

        // Empty pages up to the end mean that the total is too high. An empty page before others with items means missing items.
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

    /// <summary>Validates the size, total and number that a page reports, without the pages before it.</summary>
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

    /// <summary>Validates that the pages still contain new items, after the items of the last page were selected.</summary>
    /// <param name="page">The last page.</param>
    /// <param name="readWithIdBefore">The number of items with an ID that were read before it. Items without one can be repeated ones.</param>
    public void ValidateProgress(Page<T> page, long readWithIdBefore)
    {
        LastPageHadNewItems = selector.ReadWithId > readWithIdBefore;
        _pagesWithoutNewItems = LastPageHadNewItems || position.LastPage > position.PageCount(position.Total ?? long.MaxValue) ? 0 : _pagesWithoutNewItems + 1;
        if (_pagesWithoutNewItems > MaxPagesWithoutNewItems + position.AllowedRepeats)
        {
            // Empty pages are the end of the list, whatever total was reported. The same items on every page are an error.
            HasEnded = page.Items.Count > 0 ? throw source.Broken(Messages.PagesRepeat) : true;
        }
    }

    // The page is empty, but the total requires items on it.
    private bool IsBlank(Page<T> page, long number) => page.Items.Count == 0 && (number - 1) * position.PageSize < (page.Total ?? position.Total);

    // The total is zero although items remain, or is so much smaller that reading would move back further than IDs are stored.
    private bool HasCollapsed(Page<T> page, long number) =>
        page.Total is { } total && position.Total is { } before
        && ((total == 0 && selector.Read < before)
            || before - total > RecentIds.DefaultCapacity - ((position.FurthestPage + 2 - number) * position.PageSize));

    // A server may return its last page for every page past the end. Any other page is an error.
    private bool IsLastPageInstead(Page<T> page, long number) =>
        page.Number < number
        && (page.Total is { } total ? number > ListPosition.PageCount(total, page.Size ?? position.PageSize) : page.Number == number - 1);
}
