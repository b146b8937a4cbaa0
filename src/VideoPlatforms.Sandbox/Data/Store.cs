namespace VideoPlatforms.Sandbox.Data;

/// <summary>
/// Stores a platform's items, newest first. They are created on first use. Items and lists are immutable: a change creates a new
/// list, so that every reader has a consistent one.
/// </summary>
internal sealed class Store<T>(int count, Func<int, T> create)
    where T : class
{
    private readonly object _gate = new();
    private T[]? _items;
    private int _created;

    public IReadOnlyList<T> Items => Current();

    /// <summary>Restores the initial items.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _items = null;
        }
    }

    /// <summary>Adds new items at the head of the list; a negative number removes items there.</summary>
    public void Shift(int by)
    {
        lock (_gate)
        {
            var all = Current();
            _items = by < 0 ? all.Skip(-by).ToArray() : Enumerable.Range(_created, by).Reverse().Select(create).Concat(all).ToArray();
            _created += Math.Max(by, 0);
        }
    }

    /// <summary>Adds an item at the head of the list and removes the items that match.</summary>
    public void Put(T item, Func<T, bool> match)
    {
        lock (_gate)
        {
            _items = [item, .. Current().Where(other => !match(other))];
        }
    }

    /// <summary>Replaces the items that match and returns whether there was one.</summary>
    public bool Change(Func<T, bool> match, Func<T, T> change)
    {
        lock (_gate)
        {
            var found = Current().Any(match);
            _items = Current().Select(item => match(item) ? change(item) : item).ToArray();
            return found;
        }
    }

    public void Remove(Func<T, bool> match)
    {
        lock (_gate)
        {
            _items = Current().Where(item => !match(item)).ToArray();
        }
    }

    private T[] Current()
    {
        lock (_gate)
        {
            if (_items is null)
            {
                _items = Enumerable.Range(0, count).Reverse().Select(create).ToArray();
                _created = count;
            }

            return _items;
        }
    }
}
