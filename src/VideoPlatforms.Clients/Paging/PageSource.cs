namespace VideoPlatforms.Clients.Paging;

/// <summary>Requests the pages of one list.</summary>
/// <param name="fetch">Requests page <c>number</c> (from 1) with <c>size</c> items.</param>
/// <param name="id">Returns the ID of an item, which identifies repeated items.</param>
/// <param name="broken">Creates the error for inconsistent pages.</param>
internal sealed class PageSource<T>(
    Func<long, int, CancellationToken, Task<Page<T>>> fetch,
    Func<T, string?> id,
    Func<string, PlatformException> broken)
{
    /// <summary>Requests a page.</summary>
    public Task<Page<T>> FetchAsync(long number, int size, CancellationToken cancellationToken) => fetch(number, size, cancellationToken);

    /// <summary>Returns the ID of an item, which identifies repeated items.</summary>
    public string? Id(T item) => id(item);

    /// <summary>Creates the error for inconsistent pages.</summary>
    public PlatformException Broken(string what) => broken(what);
}
