using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the videos of an inventory in JSON Lines.</summary>
internal sealed class JsonVideoSource(string path, JsonInventory inventory) : IVideoSource
{
    private readonly JsonVideoReader _reader = new(new(inventory.Header.Sessions));

    /// <inheritdoc/>
    public bool Read(out PlatformVideo? video, out CommandException? error)
    {
        video = null;
        if (!inventory.Read(out var line, out error))
        {
            return false;
        }

        video = _reader.Read(line.Span, out var problem);
        error = problem is null ? null : InventoryErrors.Record(path, inventory.LineNumber, problem);
        return true;
    }
}
