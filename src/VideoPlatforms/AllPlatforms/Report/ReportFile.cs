using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Writing;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>
/// Writes the page under a temporary name in the same folder, and renames it when it is complete. If it is disposed of before, nothing
/// remains.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ReportOptions _options;
    private readonly ReportTexts _texts;
    private readonly TemporaryFile _file;
    private readonly BufferedStream _stream;
    private readonly ReportData _data;
    private readonly string _after;
    private readonly DateTimeOffset _createdAt = DateTimeOffset.Now;
    private readonly string _title;

    /// <summary>Creates the temporary file.</summary>
    public ReportFile(ReportOptions options)
    {
        _options = options;
        _texts = new(options.Language);
        _title = options.Title ?? _texts["DefaultTitle"];
        _file = new(options.Target, compressed: false);
        _stream = new(_file.Stream, 64 * 1024);
        (var before, _after) = ReportPage.Create(_texts, _title, options.EmbedCover);
        Write(before);
        Write("<script type=\"text/plain\" id=\"data\">");
        _data = new(_stream);
    }

    /// <summary>Gets the totals.</summary>
    public ReportSummary Summary { get; } = new();

    /// <summary>Writes a video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="cover">The number of its cover in the file; null if the file contains no covers.</param>
    public void Add(PlatformVideo video, int? cover)
    {
        Summary.Add(video);
        _data.Add(video, cover);
    }

    /// <summary>Writes a change.</summary>
    public void Add(InventoryChange change)
    {
        Summary.Changes[(int)change.Change]++;
        _data.Add(change);
    }

    /// <summary>Completes the file.</summary>
    /// <param name="complete">Whether all videos of each session were written; null if it is unknown.</param>
    /// <param name="copyCovers">Writes the covers; null if the file contains none.</param>
    /// <exception cref="CommandException">Meanwhile, another program created the file.</exception>
    public FileInfo Complete(IReadOnlyDictionary<VideoPlatformSession, bool>? complete, Action<Stream>? copyCovers)
    {
        _data.Complete();
        Write("</script>\n");
        if (copyCovers is not null)
        {
            Write("<script type=\"text/plain\" id=\"pictures\">\n");
            copyCovers(_stream);
            Write("</script>\n");
        }

        Write("<script type=\"application/json\" id=\"summary\">");
        WriteJson(json => WriteSummary(json, complete));
        Write("</script>\n<script type=\"application/json\" id=\"texts\">");
        WriteJson(WriteTexts);
        Write("</script>");
        Write(_after);
        _stream.Flush();
        _file.Publish(_options.Target);
        return new(_options.Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        _file.Dispose();
    }

    private void Write(string text)
    {
        var bytes = Utf8.GetBytes(text);
        _stream.Write(bytes, 0, bytes.Length);
    }

    // The default encoder escapes every character that could end the element or the script.
    private void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(_stream);
        write(json);
    }

    private void WriteTexts(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var text in _texts.All)
        {
            json.WriteString(text.Key, text.Value);
        }

        json.WriteEndObject();
    }

    private void WriteSummary(Utf8JsonWriter json, IReadOnlyDictionary<VideoPlatformSession, bool>? complete)
    {
        var total = Summary.Total;
        json.WriteStartObject();
        json.WriteString("title", _title);
        json.WriteString("language", _texts.Language.Name);
        json.WriteString("version", typeof(ReportFile).Assembly.GetName().Version!.ToString(3));
        json.WriteString("created", _createdAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        WriteList(json, "platforms", Enum.GetNames(typeof(Platform)));
        WriteList(json, "states", Enum.GetNames(typeof(VideoState)));
        WriteList(json, "changeKinds", Enum.GetNames(typeof(InventoryChangeKind)));
        WriteList(json, "details", ReportColumns.Details.Select(column => column.Name));
        WriteList(json, "sessions", _data.Sessions);
        WriteList(json, "incomplete", complete?.Where(session => !session.Value).Select(session => session.Key.ToString()) ?? []);
        json.WriteBoolean("isListed", complete is not null);
        json.WriteBoolean("hasPictures", _options.EmbedCover);
        json.WriteStartObject("total");
        WriteMeasure(json, total);
        json.WriteString("oldest", total.Oldest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("newest", total.Newest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        WriteMeasures(json, "byPlatform", Summary.ByPlatform, (_, _) => { });
        WriteMeasures(json, "byState", Summary.ByState, (_, measure) => json.WriteNumber("state", (int)measure.State!));
        WriteMeasures(json, "byMonth", Summary.ByMonth, (_, measure) => json.WriteString("month", measure.Month));
        WriteNumbers(json, "lengthLimits", ReportLengths.Limits.Select(limit => (long)limit));
        WriteNumbers(json, "byLength", Summary.Lengths.Counts);
        if (_options.Reference is { } reference)
        {
            WriteNumbers(json, "changes", Summary.Changes);
            WriteList(json, "reference", reference.Select(input => input.Path).OfType<string>().Select(path => Path.GetFileName(path)));
        }

        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, string name, IEnumerable<VideoMeasure> measures, Action<Utf8JsonWriter, VideoMeasure> writeKey)
    {
        json.WriteStartArray(name);
        foreach (var measure in measures)
        {
            json.WriteStartObject();
            if (measure.Platform is { } platform)
            {
                json.WriteNumber("platform", (int)platform);
            }

            writeKey(json, measure);
            WriteMeasure(json, measure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMeasure(Utf8JsonWriter json, VideoMeasure measure)
    {
        json.WriteNumber("count", measure.Count);
        json.WriteNumber("seconds", Math.Floor(measure.TotalDuration.TotalSeconds));
        json.WriteNumber("unknownDuration", measure.UnknownDuration);
        json.WriteNumber("size", measure.TotalSize);
        json.WriteNumber("unknownSize", measure.UnknownSize);
        if (measure.TotalPlayCount is { } plays)
        {
            json.WriteNumber("plays", plays);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
