using System.Text;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>Reads the videos of an inventory in CSV.</summary>
internal sealed class CsvVideoSource : IVideoSource
{
    private readonly InventoryContent _content;
    private readonly CsvReader _rows;
    private readonly VideoColumn?[] _columns;
    private readonly List<string?> _cells = [];
    private readonly VideoValues _values = new();
    private readonly SessionTable _sessions = new();

    /// <summary>Reads the names of the columns.</summary>
    /// <exception cref="CommandException">The file is not an inventory.</exception>
    public CsvVideoSource(InventoryContent content)
    {
        _content = content;
        _rows = new(new StreamReader(content.OpenStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)));
        _columns = ReadRow() ? [.. _cells.Select(name => VideoColumns.Find(name?.Trim() ?? ""))] : [];
        if (!_columns.Contains(VideoColumns.Platform) || !_columns.Contains(VideoColumns.Id))
        {
            throw InventoryErrors.NotAnInventory(content.Path, 1, CommandMessages.ColumnsMissing);
        }

        IsPartial = VideoColumns.All.Any(column => !_columns.Contains(column));
    }

    /// <inheritdoc/>
    public bool IsPartial { get; }

    /// <inheritdoc/>
    public bool Read(out PlatformVideo? video, out CommandException? error)
    {
        (video, error) = (null, null);
        do
        {
            if (!ReadRow())
            {
                return false;
            }
        }
        while (_cells.Count == 1 && _cells[0] is null);

        if (_rows.IsCut || (_cells.Count < _columns.Length && _rows.IsLast))
        {
            throw InventoryErrors.Truncated(_content.Path, _rows.LineNumber, CommandMessages.RowIncomplete);
        }

        video = Create(out var problem);
        error = problem is null ? null : InventoryErrors.Record(_content.Path, _rows.LineNumber, problem);
        return true;
    }

    private PlatformVideo? Create(out string? problem)
    {
        if (_cells.Count != _columns.Length)
        {
            problem = CommandMessages.RowLength.With(_cells.Count, _columns.Length);
            return null;
        }

        var name = _cells[Array.IndexOf(_columns, VideoColumns.Platform)];
        if (name is null || PlatformRegistry.Find(name) is not { } platform)
        {
            problem = CommandMessages.ValueUnreadable.With(VideoColumns.Platform, name);
            return null;
        }

        _values.Clear();
        var shape = VideoColumns.Of(platform);
        for (var place = 0; place < _columns.Length; place++)
        {
            if (_columns[place] is { } column && _cells[place] is { } cell && shape.ByColumn[column.Index] is { } property)
            {
                cell = _content.HasByteOrderMark ? SpreadsheetText.Restore(cell) : cell;
                if (property.TryParse(cell, out var value))
                {
                    _values[column] = value;
                }
                else if (cell.Length > 0)
                {
                    problem = CommandMessages.ValueUnreadable.With(column, cell);
                    return null;
                }
            }
        }

        if (_values[VideoColumns.Session] is string session)
        {
            _values[VideoColumns.Session] = string.IsNullOrWhiteSpace(session) ? null : _sessions.Find(platform, session);
        }

        problem = null;
        return _values.Create(shape);
    }

    private bool ReadRow()
    {
        try
        {
            return _rows.Read(_cells);
        }
        catch (DecoderFallbackException)
        {
            throw InventoryErrors.NotAnInventory(_content.Path, _rows.LineNumber + 1, CommandMessages.NotUtf8);
        }
        catch (InvalidDataException exception)
        {
            throw InventoryErrors.Truncated(_content.Path, _rows.LineNumber, exception.Message);
        }
    }
}
