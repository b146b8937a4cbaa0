using System.IO.Compression;
using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>An open file whose content, not its name, determines how it is read.</summary>
internal sealed class InventoryContent : IDisposable
{
    private const int MarkLength = 3;

    private readonly FileStream _file;

    /// <summary>Opens a file.</summary>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public InventoryContent(string path)
    {
        Path = path;
        try
        {
            _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw InventoryErrors.NotRead(path, exception);
        }

        try
        {
            IsCompressed = Begins(Begin(_file), 0x1F, 0x8B);
            var begin = Begin(OpenStream());
            HasByteOrderMark = Begins(begin, 0xEF, 0xBB, 0xBF) || Begins(begin, 0xFF, 0xFE) || Begins(begin, 0xFE, 0xFF);
            IsEmpty = begin.Length == 0;
            IsJson = Begins(begin, (byte)'{');
        }
        catch (InvalidDataException)
        {
            IsEmpty = true;
        }
    }

    /// <summary>Gets the path.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether the file is compressed.</summary>
    public bool IsCompressed { get; }

    /// <summary>Gets a value indicating whether there is nothing to read.</summary>
    public bool IsEmpty { get; }

    /// <summary>Gets a value indicating whether the file contains JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Gets a value indicating whether the text begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Gets the file. It cannot be used at the same time as a stream.</summary>
    public Stream File => _file;

    /// <summary>Returns the uncompressed bytes from the beginning. Only one of the streams can be used at a time.</summary>
    public Stream OpenStream()
    {
        _file.Position = 0;
        return IsCompressed ? new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true) : _file;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static bool Begins(byte[] begin, params byte[] mark) => begin.AsSpan().StartsWith(mark);

    private static byte[] Begin(Stream stream)
    {
        var bytes = new byte[MarkLength];
        var count = 0;
        while (count < MarkLength && stream.Read(bytes, count, MarkLength - count) is > 0 and var read)
        {
            count += read;
        }

        return bytes.AsSpan(0, count).ToArray();
    }
}
