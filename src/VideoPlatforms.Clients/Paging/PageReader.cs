namespace VideoPlatforms.Clients.Paging;

/// <summary>Requests pages and validates them. A page that contradicts the pages before it is requested once more before it is an error.</summary>
internal sealed class PageReader<T>(PageSource<T> source, ListOptions options, PageValidator<T> validator)
    where T : class
{
    /// <summary>Requests a page.</summary>
    public Task<Page<T>> FetchAsync(long number, CancellationToken cancellationToken) => source.FetchAsync(number, options.PageSize, cancellationToken);

    /// <summary>Requests a page and validates it.</summary>
    public async Task<Page<T>> ReadAsync(long number, CancellationToken cancellationToken) =>
        await ValidateAsync(await FetchAsync(number, cancellationToken).ConfigureAwait(false), number, cancellationToken).ConfigureAwait(false);

    /// <summary>Validates a page.</summary>
    /// <returns>The page, or the page that the second request returned.</returns>
    public async Task<Page<T>> ValidateAsync(Page<T> page, long number, CancellationToken cancellationToken)
    {
        if (validator.IsSuspicious(page, number))
        {
            page = await FetchAsync(number, cancellationToken).ConfigureAwait(false);
        }

        validator.Validate(page, number);
        return page;
    }
}
