using System.Collections;

namespace VideoPlatforms.Sandbox.Data;

/// <summary>Represents the items of a store at one moment.</summary>
internal sealed class StoreView<T>(StoredItem<T>[] items, Func<int, T> create) : IReadOnlyList<T>
    where T : class
{
    public int Count => items.Length;

    public T this[int index] => items[index].Value(create);

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items)
        {
            yield return item.Value(create);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
