namespace VideoPlatforms.Clients.Paging;

/// <summary>Where the pages of one list come from.</summary>
/// <param name="fetch">Reads page <c>number</c> (from 1) of <c>size</c> objects.</param>
/// <param name="id">The id by which an object is known again.</param>
/// <param name="broken">Makes the error for pages that contradict each other.</param>
internal sealed class PageSource<T>(
    Func<long, int, CancellationToken, Task<Page<T>>> fetch,
    Func<T, string?> id,
    Func<string, PlatformException> broken)
{
    /// <summary>Reads a page.</summary>
    public Task<Page<T>> FetchAsync(long number, int size, CancellationToken cancellationToken) => fetch(number, size, cancellationToken);

    /// <summary>The id by which an object is known again.</summary>
    public string? Id(T item) => id(item);

    /// <summary>Makes the error for pages that contradict each other.</summary>
    public PlatformException Broken(string what) => broken(what);
}
