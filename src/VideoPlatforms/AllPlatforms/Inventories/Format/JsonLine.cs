using System.Text.Json;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>A line of JSON in memory, without its line break.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly ByteBuffer _bytes = new();
    private readonly Utf8JsonWriter _writer;

    /// <summary>Initializes an empty line.</summary>
    public JsonLine() => _writer = new(_bytes, PlainJson.Options);

    /// <summary>Begins a new line.</summary>
    public Utf8JsonWriter Begin()
    {
        _bytes.Clear();
        _writer.Reset();
        return _writer;
    }

    /// <summary>Returns the line. The bytes are valid until the next line begins.</summary>
    public ReadOnlyMemory<byte> End()
    {
        _writer.Flush();
        return new(_bytes.Array, 0, _bytes.Count);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
