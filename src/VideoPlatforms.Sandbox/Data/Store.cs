namespace VideoPlatforms.Sandbox.Data;

/// <summary>
/// Stores a platform's items, newest first. They are created on first use; of a large store, only those that were changed are kept, and
/// the others are created again each time. Items and lists are immutable: a change creates a new list, so that every reader has a
/// consistent one.
/// </summary>
internal sealed class Store<T>(int count, Func<int, T> create)
    where T : class
{
    // A million items of a platform would take a gigabyte.
    private const int LargeCount = 50_000;

    private readonly object _gate = new();
    private StoredItem<T>[]? _items;
    private (StoredItem<T>[]? Of, IReadOnlyList<T> Items) _shown = (null, []);
    private int _created;

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                var items = Current();
                if (_shown.Of != items)
                {
                    _shown = (items, count > LargeCount ? new StoreView<T>(items, create) : Array.ConvertAll(items, item => item.Value(create)));
                }

                return _shown.Items;
            }
        }
    }

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
            _items = by < 0 ? all.Skip(-by).ToArray() : Enumerable.Range(_created, by).Reverse().Select(CreateItem).Concat(all).ToArray();
            _created += Math.Max(by, 0);
        }
    }

    /// <summary>Adds an item at the head of the list and removes the items that match.</summary>
    public void Put(T item, Func<T, bool> match)
    {
        lock (_gate)
        {
            _items = [new(-1, item), .. Current().Where(other => !match(other.Value(create)))];
        }
    }

    /// <summary>Replaces the items that match and returns whether there was one.</summary>
    public bool Change(Func<T, bool> match, Func<T, T> change)
    {
        lock (_gate)
        {
            var found = false;
            _items = Current().Select(item =>
            {
                var value = item.Value(create);
                if (!match(value))
                {
                    return item;
                }

                found = true;
                return new(item.Number, change(value));
            }).ToArray();
            return found;
        }
    }

    public void Remove(Func<T, bool> match)
    {
        lock (_gate)
        {
            _items = Current().Where(item => !match(item.Value(create))).ToArray();
        }
    }

    private StoredItem<T> CreateItem(int number) => new(number, count > LargeCount ? null : create(number));

    private StoredItem<T>[] Current()
    {
        lock (_gate)
        {
            if (_items is null)
            {
                _items = Enumerable.Range(0, count).Reverse().Select(CreateItem).ToArray();
                _created = count;
            }

            return _items;
        }
    }
}
