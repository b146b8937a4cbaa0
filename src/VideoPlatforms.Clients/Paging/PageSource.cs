namespace VideoPlatforms.Clients.Paging;

/// <summary>Where the pages of one list come from.</summary>
/// <param name="fetch">Requests page <c>number</c> (from 1) of <c>size</c> items.</param>
/// <param name="id">Returns an item's id, by which repeated items are recognized.</param>
/// <param name="broken">Creates the error for pages that contradict each other.</param>
internal sealed class PageSource<T>(
    Func<long, int, CancellationToken, Task<Page<T>>> fetch,
    Func<T, string?> id,
    Func<string, PlatformException> broken)
{
    /// <summary>Requests a page.</summary>
    public Task<Page<T>> FetchAsync(long number, int size, CancellationToken cancellationToken) => fetch(number, size, cancellationToken);

    /// <summary>Returns an item's id, by which repeated items are recognized.</summary>
    public string? Id(T item) => id(item);

    /// <summary>Creates the error for pages that contradict each other.</summary>
    public PlatformException Broken(string what) => broken(what);
}
