using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Json;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>
/// Writes videos and changes for the page: lines of JSON with a column per property, compressed and in base64, so that no text of a video
/// is part of the markup.
/// </summary>
internal sealed class ReportData : IDisposable
{
    private const int LineSize = 1000;

    // Takes the place of the ID in addresses. No address contains it.
    private const char IdMark = '\u0001';
    private const int ShortestId = 4;

    private readonly CryptoStream _base64;
    private readonly DeflateStream _deflate;
    private readonly ByteBuffer _buffer;
    private readonly Utf8JsonWriter _json;
    private readonly List<(PlatformVideo Video, int? Cover)> _videos = [];
    private readonly List<InventoryChange> _changes = [];
    private readonly Dictionary<string, int> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins the data.</summary>
    /// <param name="stream">The stream that receives the base64 text. It remains open.</param>
    public ReportData(Stream stream)
    {
        _base64 = new(stream, new ToBase64Transform(), CryptoStreamMode.Write);
        _deflate = new(_base64, CompressionLevel.Optimal, leaveOpen: true);
        _buffer = new(_deflate);
        _json = new(_buffer, PlainJson.Options);
    }

    /// <summary>Gets the sessions of the videos and changes, in the order of their numbers.</summary>
    public IEnumerable<string> Sessions => _sessions.OrderBy(session => session.Value).Select(session => session.Key);

    /// <summary>Adds a video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="cover">The number of its cover in the file; null if the file contains no covers.</param>
    public void Add(PlatformVideo video, int? cover)
    {
        _videos.Add((video, cover));
        if (_videos.Count == LineSize)
        {
            WriteVideos();
        }
    }

    /// <summary>Adds a change.</summary>
    public void Add(InventoryChange change)
    {
        _changes.Add(change);
        if (_changes.Count == LineSize)
        {
            WriteChanges();
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Complete()
    {
        WriteVideos();
        WriteChanges();
        _buffer.Flush();
        _deflate.Dispose();
        _base64.FlushFinalBlock();
    }

    /// <summary>Releases the writer. The streams are not closed: that would write to the file and close it.</summary>
    public void Dispose() => _json.Dispose();

    private void WriteVideos()
    {
        if (_videos.Count == 0)
        {
            return;
        }

        _json.WriteStartObject();
        _json.WriteNumber("n", _videos.Count);
        Numbers("platform", video => (int)video.Platform);
        Numbers("state", video => (int)video.State);
        Numbers("session", video => NumberOf(video.Session));
        Texts("title", video => video.Title);
        Texts("id", video => video.Id);
        Numbers("created", video => video.CreatedAt?.ToUnixTimeSeconds());
        Numbers("offset", video => (long?)video.CreatedAt?.Offset.TotalMinutes);
        Numbers("duration", video => video.Duration is { } duration ? (long)duration.TotalSeconds : null);
        Numbers("size", video => ReportColumns.Get(ReportColumns.Size, video) as long?);
        Numbers("plays", video => ReportColumns.Get(ReportColumns.PlayCount, video) as long?);
        Texts("url", video => Shorten(video, video.Url));
        if (_videos[0].Cover is null)
        {
            Texts("cover", video => Shorten(video, video.CoverUrl));
        }
        else
        {
            _json.WriteStartArray("picture");
            _videos.ForEach(row => _json.WriteNumberValue(row.Cover!.Value));
            _json.WriteEndArray();
        }

        _json.WriteStartObject("details");
        foreach (var column in ReportColumns.Details)
        {
            WriteDetail(column);
        }

        _json.WriteEndObject();
        EndLine();
        _videos.Clear();
    }

    private void WriteDetail(VideoColumn column)
    {
        var hasColumn = false;
        for (var row = 0; row < _videos.Count; row++)
        {
            if (ReportValue.ToText(ReportColumns.Get(column, _videos[row].Video)) is { } text)
            {
                if (!hasColumn)
                {
                    _json.WriteStartArray(column.JsonName);
                    for (var before = 0; before < row; before++)
                    {
                        _json.WriteNumberValue(0);
                    }

                    hasColumn = true;
                }

                _json.WriteStringValue(column.IsAddress ? Shorten(_videos[row].Video, text) : text);
            }
            else if (hasColumn)
            {
                _json.WriteNumberValue(0);
            }
        }

        if (hasColumn)
        {
            _json.WriteEndArray();
        }
    }

    private void WriteChanges()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        _json.WriteStartObject();
        _json.WriteStartArray("changes");
        foreach (var change in _changes)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue((int)change.Change);
            _json.WriteNumberValue((int)change.Platform);
            _json.WriteStringValue(change.Id);
            _json.WriteStringValue(change.Title);
            _json.WriteStringValue(change.Property);
            _json.WriteStringValue(ReportValue.ToText(change.OldValue));
            _json.WriteStringValue(ReportValue.ToText(change.NewValue));
            _json.WriteNumberValue(NumberOf(change.Session) ?? -1);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        EndLine();
        _changes.Clear();
    }

    private void Numbers(string name, Func<PlatformVideo, long?> value)
    {
        _json.WriteStartArray(name);
        foreach (var (video, _) in _videos)
        {
            if (value(video) is { } number)
            {
                _json.WriteNumberValue(number);
            }
            else
            {
                _json.WriteNullValue();
            }
        }

        _json.WriteEndArray();
    }

    private void Texts(string name, Func<PlatformVideo, string?> value)
    {
        _json.WriteStartArray(name);
        foreach (var (video, _) in _videos)
        {
            _json.WriteStringValue(value(video));
        }

        _json.WriteEndArray();
    }

    private int? NumberOf(VideoPlatformSession? session)
    {
        if (session is null)
        {
            return null;
        }

        var text = session.ToString();
        if (!_sessions.TryGetValue(text, out var number))
        {
            _sessions.Add(text, number = _sessions.Count);
        }

        return number;
    }

    // Only http and https addresses are shown. The random part of most of them is the ID, which compresses badly.
    private static string? Shorten(PlatformVideo video, string? address) =>
        address is null || !AddressText.IsAddress(address) || address.IndexOf(IdMark) >= 0 ? null
        : video.Id is { Length: >= ShortestId } id ? address.Replace(id, IdMark.ToString())
        : address;

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Append((byte)'\n');
        _buffer.Flush();
    }
}
