namespace VideoPlatforms.Clients.Paging;

/// <summary>One page as a server returned it, with what the server reports of the list.</summary>
/// <param name="Items">The items on it.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items)
{
    /// <summary>The page's number, from 1; null if the server does not report it.</summary>
    public long? Number { get; init; }

    /// <summary>How many items a full page holds; null if the server does not report it.</summary>
    public long? Size { get; init; }

    /// <summary>How many items the whole list holds; null if the server does not report it.</summary>
    public long? Total { get; init; }
}
