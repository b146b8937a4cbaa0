using VideoPlatforms.AllPlatforms.Inventories.Reading;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>
/// The videos of the reference, by the fingerprint of account and ID: where each of them can be read again, and the fingerprint of its
/// content. So a million videos take some dozen megabytes of memory.
/// </summary>
internal sealed class RecordIndex : IDisposable
{
    private readonly Dictionary<Fingerprint, IndexedRecord> _records = [];
    private readonly List<IDisposable> _open = [];
    private RecordStore? _objects;

    /// <summary>Gets the records that were not found.</summary>
    public IEnumerable<IndexedRecord> Remaining => _records.Values.Where(record => record.Store is not null);

    /// <summary>Opens a file, which the index closes.</summary>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public InventoryContent Open(string path) => Own(new InventoryContent(path));

    /// <summary>Returns where the records of a file can be read again.</summary>
    public RecordStore StoreOf(InventoryContent content) =>
        content.IsJson && !content.IsCompressed ? RecordStore.Over(content.Path, content.File) : Own(RecordStore.Create(content.Path));

    /// <summary>Returns where the records of objects are stored.</summary>
    public RecordStore StoreOfObjects() => _objects ??= Own(RecordStore.Create(path: ""));

    /// <summary>Adds a record. If there are several with the same account and ID, the first one counts.</summary>
    public void Add(Fingerprint key, IndexedRecord record)
    {
        if (!_records.TryGetValue(key, out _))
        {
            _records.Add(key, record);
        }
    }

    /// <summary>Finds a record, once.</summary>
    /// <param name="key">The fingerprint of account and ID.</param>
    /// <param name="record">The record; without a store if there is none.</param>
    /// <returns>False if the key was looked for before.</returns>
    public bool TryTake(Fingerprint key, out IndexedRecord record)
    {
        var isKnown = _records.TryGetValue(key, out record);
        _records[key] = default;
        return !isKnown || record.Store is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var resource in _open)
        {
            resource.Dispose();
        }
    }

    private T Own<T>(T resource)
        where T : IDisposable
    {
        _open.Add(resource);
        return resource;
    }
}
