namespace VideoPlatforms.Clients.Paging;

/// <summary>Represents items of a list that arrived together, in the order of the list.</summary>
/// <param name="Items">The items. Only the first batch of an empty list contains none.</param>
/// <param name="Total">The number of items in the whole list, as last reported by the server; null if it was not reported.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items, long? Total)
{
    /// <summary>Gets the number of items on a full page; null if unknown.</summary>
    internal long? PageSize { get; init; }
}
