namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Remembers the ids that went by last, so that what a shifting list shows twice is noticed. Not all of them: a list of
/// a million must not fill the memory, and a shift by more than this between two pages is no shift any more.
/// </summary>
internal sealed class RecentIds(int capacity)
{
    /// <summary>Enough for ten of the largest pages.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Notes an id; false where it went by before. An object without an id cannot be told from another.</summary>
    public bool Add(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return true;
        }

        if (!_ids.Add(id!))
        {
            return false;
        }

        _order.Enqueue(id!);
        if (_order.Count > capacity)
        {
            _ids.Remove(_order.Dequeue());
        }

        return true;
    }
}
