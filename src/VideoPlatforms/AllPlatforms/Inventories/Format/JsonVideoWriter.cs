using System.Text.Json;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Writes videos as JSON, one per line.</summary>
internal sealed class JsonVideoWriter(Stream stream) : IVideoWriter, IDisposable
{
    private readonly ByteBuffer _buffer = new(stream);
    private Utf8JsonWriter? _json;

    private Utf8JsonWriter Json => _json ??= new(_buffer, PlainJson.Options);

    /// <summary>Writes the properties of a video that have a value.</summary>
    public static void Write(Utf8JsonWriter writer, PlatformVideo video)
    {
        writer.WriteStartObject();
        foreach (var property in VideoColumns.Of(video.Platform).Properties)
        {
            property.WriteJson(writer, video);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Write(PlatformVideo video)
    {
        Write(Json, video);
        EndLine();
    }

    /// <summary>Writes another line, such as the header.</summary>
    public void WriteLine(Action<Utf8JsonWriter> write)
    {
        write(Json);
        EndLine();
    }

    /// <inheritdoc/>
    public void Flush() => _buffer.Flush();

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();

    private void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _buffer.Append((byte)'\n');
        _buffer.FlushIfFull();
    }
}
