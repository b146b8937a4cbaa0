using System.Text;
using System.Text.Json;
using VideoPlatforms.Clients.Downloads.Files;

namespace VideoPlatforms.Clients.Downloads.Archive;

/// <summary>
/// Stores which file belongs to which video: one line of JSON for each complete file. A line is appended when a file gets its final
/// name; a line that was only partly written is ignored, and the file is recognized by its journal.
/// </summary>
internal sealed class ArchiveIndex : IDisposable
{
    /// <summary>The name of the index file.</summary>
    public const string FileName = ".videoplatforms.jsonl";

    private readonly Dictionary<(string Video, string Kind, string Template), ArchiveEntry> _entries = [];
    private readonly string _path;
    private FileStream? _stream;
    private bool _endsWithinLine;

    /// <summary>Reads the index of a folder.</summary>
    public ArchiveIndex(string folder)
    {
        _path = Path.Combine(folder, FileName);
        if (!File.Exists(LongPath.Of(_path)))
        {
            return;
        }

        var text = File.ReadAllText(LongPath.Of(_path), Encoding.UTF8);
        _endsWithinLine = text.Length > 0 && text[text.Length - 1] != '\n';
        var lines = text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            if (Parse(line) is { } entry)
            {
                _entries[entry.Key] = entry;
            }
        }

        if (lines.Length > (2 * _entries.Count) + 100)
        {
            Compact();
        }
    }

    /// <summary>Gets all files.</summary>
    public IReadOnlyCollection<ArchiveEntry> Entries => _entries.Values;

    /// <summary>Returns a file; null if it is unknown.</summary>
    public ArchiveEntry? Find(string video, string kind, string template) => _entries.TryGetValue((video, kind, template), out var entry) ? entry : null;

    /// <summary>Adds a file, or replaces it.</summary>
    public void Add(ArchiveEntry entry)
    {
        if (_stream is null)
        {
            _stream = new(LongPath.Of(_path), FileMode.Append, FileAccess.Write, FileShare.Read);
            if (_endsWithinLine)
            {
                _stream.WriteByte((byte)'\n');
            }
        }

        var line = JsonSerializer.SerializeToUtf8Bytes(entry, ArchiveJson.Default.ArchiveEntry);
        _stream.Write(line, 0, line.Length);
        _stream.WriteByte((byte)'\n');
        _stream.Flush(flushToDisk: true);
        _entries[entry.Key] = entry;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

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

    private void Compact()
    {
        WholeFile.Write(_path, string.Concat(_entries.Values.Select(entry => JsonSerializer.Serialize(entry, ArchiveJson.Default.ArchiveEntry) + "\n")));
        _endsWithinLine = false;
    }
}
