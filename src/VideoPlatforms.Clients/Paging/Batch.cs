namespace VideoPlatforms.Clients.Paging;

/// <summary>Some objects of a list that arrived together, in order.</summary>
/// <param name="Items">The objects; none only in the first batch of an empty list.</param>
/// <param name="Total">How many objects the whole list holds, as the server last said.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items, long? Total);
