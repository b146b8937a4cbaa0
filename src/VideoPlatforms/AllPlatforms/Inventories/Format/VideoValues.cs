using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The values of a line or row, from which a video is created.</summary>
internal sealed class VideoValues
{
    private readonly object?[] _values = new object?[VideoColumns.All.Count];
    private readonly PropertyReader _reader;

    /// <summary>Initializes an empty line.</summary>
    public VideoValues() => _reader = new(name => VideoColumns.Find(name) is { } column ? _values[column.Index] : null);

    /// <summary>Gets or sets a value.</summary>
    public object? this[VideoColumn column]
    {
        get => _values[column.Index];
        set => _values[column.Index] = value;
    }

    /// <summary>Removes all values.</summary>
    public void Clear() => Array.Clear(_values, 0, _values.Length);

    /// <summary>Creates the video.</summary>
    public PlatformVideo Create(VideoShape shape) => (PlatformVideo)shape.Description.ReadVideo(_reader);
}
