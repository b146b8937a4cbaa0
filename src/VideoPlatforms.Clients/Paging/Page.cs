namespace VideoPlatforms.Clients.Paging;

/// <summary>One page as a server gave it, with what the server says of the list it belongs to.</summary>
/// <param name="Items">The objects on it.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items)
{
    /// <summary>Which page it is, from 1; null where the server does not say.</summary>
    public long? Number { get; init; }

    /// <summary>How many objects a full page holds; null where the server does not say.</summary>
    public long? Size { get; init; }

    /// <summary>How many objects the whole list holds; null where the server does not say.</summary>
    public long? Total { get; init; }
}
