namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Remembers the ids of the most recent items, so that an item that a changing list returns twice is recognized. Not of all: a list of
/// a million must not fill the memory.
/// </summary>
/// <param name="capacity">How many are remembered at least; at times twice as many.</param>
internal sealed class RecentIds(int capacity)
{
    /// <summary>Enough for ten of the largest pages.</summary>
    public const int DefaultCapacity = 10_000;

    // When the younger set is full, it becomes the older one, and the ids of the older one are forgotten at once.
    private HashSet<string> _younger = new(StringComparer.Ordinal);
    private HashSet<string> _older = new(StringComparer.Ordinal);

    /// <summary>Adds an id; false if it is remembered already. An item without an id is always new.</summary>
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
