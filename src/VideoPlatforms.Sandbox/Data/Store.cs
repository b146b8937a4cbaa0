namespace VideoPlatforms.Sandbox.Data;

/// <summary>
/// A platform's items, newest first, made when somebody first asks. Items don't change, lists don't either: a change makes
/// a new list, so that every reader keeps a consistent one.
/// </summary>
internal sealed class Store<T>(int count, Func<int, T> create)
    where T : class
{
    private readonly object _gate = new();
    private T[]? _items;
    private int _created;

    public IReadOnlyList<T> Items => Current();

    /// <summary>The items as at the start.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _items = null;
        }
    }

    /// <summary>Puts new items at the head, or takes some away there.</summary>
    public void Shift(int by)
    {
        lock (_gate)
        {
            var all = Current();
            _items = by < 0 ? all.Skip(-by).ToArray() : Enumerable.Range(_created, by).Reverse().Select(create).Concat(all).ToArray();
            _created += Math.Max(by, 0);
        }
    }

    /// <summary>Puts an item at the head, in place of those that match.</summary>
    public void Put(T item, Func<T, bool> match)
    {
        lock (_gate)
        {
            _items = [item, .. Current().Where(other => !match(other))];
        }
    }

    /// <summary>Replaces the items that match; says whether there was one.</summary>
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
