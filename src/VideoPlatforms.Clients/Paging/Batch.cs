namespace VideoPlatforms.Clients.Paging;

/// <summary>Items of a list that arrived together, in order.</summary>
/// <param name="Items">The items; none only in the first batch of an empty list.</param>
/// <param name="Total">How many items the whole list holds, as the server last reported.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items, long? Total);
