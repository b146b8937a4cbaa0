namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Remembers the ids that went by last, so that what a shifting list shows twice is noticed. Not all of them: a list of
/// a million must not fill the memory, and a shift by more than this between two pages is no shift any more.
/// </summary>
/// <param name="capacity">How many are remembered for sure; at times it is twice as many.</param>
internal sealed class RecentIds(int capacity)
{
    /// <summary>Enough for ten of the largest pages.</summary>
    public const int DefaultCapacity = 10_000;

    // Two generations: when the younger one is full, it becomes the older one, and what was older is forgotten at once.
    private HashSet<string> _younger = new(StringComparer.Ordinal);
    private HashSet<string> _older = new(StringComparer.Ordinal);

    /// <summary>Notes an id; false where it went by before. An object without an id cannot be told from another.</summary>
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
