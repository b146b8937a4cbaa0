using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>
/// Reads records by their positions: lines of an inventory itself or, for compressed files, CSV and objects, of a temporary file. So only
/// the positions are kept in memory.
/// </summary>
internal sealed class RecordStore : IDisposable
{
    private const int BlockSize = 4096;

    private readonly Stream _stream;
    private readonly ByteBuffer? _pending;
    private byte[] _bytes = new byte[BlockSize];
    private long _end;

    private RecordStore(string path, Stream stream, bool isWritable)
    {
        Path = path;
        _stream = stream;
        _pending = isWritable ? new(stream) : null;
    }

    /// <summary>Gets the file that the records come from, for errors; empty for objects.</summary>
    public string Path { get; }

    /// <summary>Reads the lines of a file.</summary>
    public static RecordStore Over(string path, Stream stream) => new(path, stream, isWritable: false);

    /// <summary>Creates a temporary file, which is deleted when it is closed.</summary>
    public static RecordStore Create(string path) => new(
        path,
        new FileStream(
            System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.tmp"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BlockSize,
            FileOptions.DeleteOnClose),
        isWritable: true);

    /// <summary>Returns the position where a record can be read again. A temporary file appends it.</summary>
    /// <param name="line">The record.</param>
    /// <param name="positionInFile">Its position in the file.</param>
    public long Add(ReadOnlySpan<byte> line, long positionInFile)
    {
        if (_pending is null)
        {
            return positionInFile;
        }

        var position = _end;
        _pending.Write(line);
        _pending.Append((byte)'\n');
        _pending.FlushIfFull();
        _end += line.Length + 1;
        return position;
    }

    /// <summary>Reads a record. The bytes are valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Read(long position)
    {
        if (_pending is { Count: > 0 })
        {
            _stream.Position = _stream.Length;
            _pending.Flush();
        }

        _stream.Position = position;
        var count = 0;
        while (true)
        {
            var read = _stream.Read(_bytes, count, _bytes.Length - count);
            var length = new ReadOnlySpan<byte>(_bytes, count, read).IndexOf((byte)'\n');
            if (length >= 0 || read == 0)
            {
                return new(_bytes, 0, length >= 0 ? count + length : count);
            }

            count += read;
            if (count == _bytes.Length)
            {
                Array.Resize(ref _bytes, _bytes.Length * 2);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
