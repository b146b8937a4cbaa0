namespace VideoPlatforms.Clients.Paging;

/// <summary>Represents a page as the server returned it, with the values that the server reports about the list.</summary>
/// <param name="Items">The items on the page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items)
{
    /// <summary>Gets the number of the page, from 1; null if the server does not report it.</summary>
    public long? Number { get; init; }

    /// <summary>Gets the number of items on a full page; null if the server does not report it.</summary>
    public long? Size { get; init; }

    /// <summary>Gets the number of items in the whole list; null if the server does not report it.</summary>
    public long? Total { get; init; }
}
