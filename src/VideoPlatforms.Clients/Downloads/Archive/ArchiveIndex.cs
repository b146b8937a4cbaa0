using System.Text;
using System.Text.Json;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>
/// Stores which file belongs to which video: one line of JSON for each complete file. A line is appended when a file gets its final
/// name; a line that was only partly written is ignored, and the file is recognized by its journal. The index stays open exclusively.
/// </summary>
internal sealed class ArchiveIndex : IDisposable
{
    /// <summary>The name of the index file.</summary>
    public const string FileName = ".videoplatforms.jsonl";

    private const int OpenAttempts = 20;
    private static readonly TimeSpan OpenDelay = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<(string Video, string Kind, string Template), ArchiveEntry> _entries = [];
    private readonly string _path;
    private FileStream _stream;

    /// <summary>Reads the index of a folder.</summary>
    /// <exception cref="IOException">Another process keeps it open, or it cannot be read.</exception>
    public ArchiveIndex(string folder)
    {
        _path = Path.Combine(folder, FileName);
        _stream = Open(_path);
        try
        {
            var lines = Read();
            if (lines > (2 * _entries.Count) + 100)
            {
                Compact();
            }
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>Gets all files.</summary>
    public IReadOnlyCollection<ArchiveEntry> Entries => _entries.Values;

    /// <summary>Returns a file; null if it is unknown.</summary>
    public ArchiveEntry? Find(string video, string kind, string template) => _entries.TryGetValue((video, kind, template), out var entry) ? entry : null;

    /// <summary>Adds a file, or replaces it.</summary>
    public void Add(ArchiveEntry entry)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(entry, ArchiveJson.Default.ArchiveEntry);
        _stream.Write(line, 0, line.Length);
        _stream.WriteByte((byte)'\n');
        _stream.Flush(flushToDisk: true);
        _entries[entry.Key] = entry;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path) => new(LongPath.Of(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static ArchiveEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ArchiveJson.Default.ArchiveEntry) is { Video: not null, Kind: not null, Template: not null, Base: not null, Name: not null, Sha256: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int Read()
    {
        using var reader = new StreamReader(_stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 4096, leaveOpen: true);
        var lines = 0;
        for (; reader.ReadLine() is { } line; lines++)
        {
            if (Parse(line) is { } entry)
            {
                _entries[entry.Key] = entry;
            }
        }

        // The process that wrote the last line may have ended within it.
        if (_stream.Length > 0)
        {
            _stream.Position = _stream.Length - 1;
            if (_stream.ReadByte() != '\n')
            {
                _stream.WriteByte((byte)'\n');
            }
        }

        return lines;
    }

    // Another process that opens the index meanwhile closes it at once, because the lock file names this process.
    private void Compact()
    {
        _stream.Dispose();
        WholeFile.Write(_path, string.Concat(_entries.Values.Select(entry => JsonSerializer.Serialize(entry, ArchiveJson.Default.ArchiveEntry) + "\n")));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _stream = Open(_path);
                _stream.Position = _stream.Length;
                return;
            }
            catch (IOException) when (attempt < OpenAttempts)
            {
                Thread.Sleep(OpenDelay);
            }
        }
    }
}
