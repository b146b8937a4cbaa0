namespace VideoPlatforms.Sandbox.Data;

/// <summary>Represents an item of a store.</summary>
/// <param name="Number">The number that the item is created from.</param>
/// <param name="Item">The item; null if it is created each time.</param>
internal readonly record struct StoredItem<T>(int Number, T? Item)
    where T : class
{
    /// <summary>Returns the item.</summary>
    public T Value(Func<int, T> create) => Item ?? create(Number);
}
