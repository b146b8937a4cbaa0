using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Inventories.Writing;

/// <summary>
/// Writes an inventory under a temporary name in the same folder, and renames it when it is complete. If the writer is disposed of before,
/// nothing remains.
/// </summary>
internal sealed class InventoryFileWriter : IDisposable
{
    private readonly InventoryTarget _target;
    private readonly DateTimeOffset _createdAt = DateTimeOffset.Now;
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<TemporaryFile> _files = [];
    private readonly IVideoWriter _videos;
    private readonly bool _isBodyOnly;
    private Tally? _latest;
    private long _count;

    /// <summary>Creates the temporary file.</summary>
    /// <param name="target">The file.</param>
    /// <param name="sessions">The sessions of the videos; null if only the videos tell.</param>
    public InventoryFileWriter(InventoryTarget target, IReadOnlyList<VideoPlatformSession>? sessions)
    {
        _target = target;
        foreach (var session in sessions ?? [])
        {
            TallyOf(session);
        }

        if (target.Format == InventoryFormat.Csv)
        {
            _videos = new CsvVideoWriter(Create(InventoryName.IsCompressed(target.Path)), target.ForSpreadsheet);
            return;
        }

        // The header contains the sessions. If they are not known before the last video, the videos are written to a file of their own first.
        _isBodyOnly = sessions is null;
        var json = new JsonVideoWriter(Create(!_isBodyOnly && InventoryName.IsCompressed(target.Path)));
        _videos = json;
        if (!_isBodyOnly)
        {
            WriteHeader(json);
        }
    }

    /// <summary>Writes a video.</summary>
    public void Write(PlatformVideo video)
    {
        _videos.Write(video);
        TallyOf(video.Session).Count++;
        _count++;
    }

    /// <summary>Completes the file.</summary>
    /// <param name="complete">Whether all videos of each session were written; null if it is unknown.</param>
    /// <exception cref="CommandException">Meanwhile, another program created the file.</exception>
    public InventoryFile Complete(IReadOnlyDictionary<VideoPlatformSession, bool>? complete)
    {
        foreach (var tally in _tallies.Values)
        {
            tally.IsComplete = complete is not null && tally.Session is { } session ? complete[session] : null;
        }

        bool? isComplete = complete?.Values.All(value => value);
        _videos.Flush();
        if (_videos is JsonVideoWriter json)
        {
            using var whole = _isBodyOnly ? CopyBody() : json;
            whole.WriteLine(writer => InventoryFooter.Write(
                writer, new(_count, isComplete, [.. _tallies.Values.Select(tally => new InventoryFooter.SessionCount(tally.Session?.ToString(), tally.Count, tally.IsComplete))])));
            whole.Flush();
        }

        _files[_files.Count - 1].Publish(_target);
        return new(_target.Path, _target.Format)
        {
            Count = _count,
            IsComplete = isComplete,
            Sessions = new(_tallies.Values.Select(tally => tally.Session?.ToString()).OfType<string>()),
            IncompleteSessions = new(_tallies.Values.Where(tally => tally.IsComplete == false).Select(tally => tally.Session!.ToString())),
            Length = new FileInfo(_target.Path).Length,
            CreatedAt = _createdAt,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_videos as IDisposable)?.Dispose();
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private void WriteHeader(JsonVideoWriter json) =>
        json.WriteLine(writer => InventoryHeader.Write(writer, _createdAt, _tallies.Values.Select(tally => tally.Session).OfType<VideoPlatformSession>()));

    private JsonVideoWriter CopyBody()
    {
        var body = _files[0];
        var stream = Create(InventoryName.IsCompressed(_target.Path));
        var json = new JsonVideoWriter(stream);
        WriteHeader(json);
        json.Flush();
        body.CopyTo(stream);
        return json;
    }

    private Stream Create(bool compressed)
    {
        var file = new TemporaryFile(_target, compressed);
        _files.Add(file);
        return file.Stream;
    }

    // Most videos have the session of the one before.
    private Tally TallyOf(VideoPlatformSession? session)
    {
        if (_latest is null || _latest.Session != session)
        {
            var text = session?.ToString() ?? "";
            if (!_tallies.TryGetValue(text, out _latest))
            {
                _tallies.Add(text, _latest = new(session));
            }
        }

        return _latest;
    }

    private sealed class Tally(VideoPlatformSession? session)
    {
        public VideoPlatformSession? Session => session;

        public long Count { get; set; }

        public bool? IsComplete { get; set; }
    }
}
