namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Stores the IDs of the most recent items to recognize items that a changing list returns twice. The number of IDs is limited
/// because a list can contain millions of items.
/// </summary>
/// <param name="capacity">The minimum number of IDs that are stored. Up to twice as many can be stored.</param>
internal sealed class RecentIds(int capacity)
{
    /// <summary>The default capacity: ten pages of the maximum size.</summary>
    public const int DefaultCapacity = 10_000;

    // When the younger set is full, it replaces the older one, whose IDs are discarded.
    private HashSet<string> _younger = new(StringComparer.Ordinal);
    private HashSet<string> _older = new(StringComparer.Ordinal);

    /// <summary>Adds an ID and returns whether it is new. An item without an ID is always new.</summary>
    public bool Add(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return true;
        }

        if (_older.Contains(id!) || !_younger.Add(id!))
        {
            return false;
        }

        if (_younger.Count == capacity)
        {
            (_younger, _older) = (_older, _younger);
            _younger.Clear();
        }

        return true;
    }
}
