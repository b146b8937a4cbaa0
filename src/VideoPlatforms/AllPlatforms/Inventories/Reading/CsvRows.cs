using System.Text;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Reading;

/// <summary>The rows of an inventory in CSV.</summary>
internal sealed class CsvRows
{
    private const int BufferSize = 64 * 1024;

    private readonly InventoryContent _content;
    private readonly CsvReader _rows;
    private readonly List<string?> _cells = [];
    private readonly int _columnCount;

    // The place of each column in a row; -1 if the file does not contain it.
    private readonly int[] _places;

    /// <summary>Reads the names of the columns.</summary>
    /// <exception cref="CommandException">The file is not an inventory.</exception>
    public CsvRows(InventoryContent content)
    {
        _content = content;
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        _rows = new(new StreamReader(content.OpenStream(), encoding, detectEncodingFromByteOrderMarks: true, BufferSize));
        List<VideoColumn?> columns = ReadRow() ? [.. _cells.Select(name => VideoColumns.Find(name?.Trim() ?? ""))] : [];
        _columnCount = columns.Count;
        _places = [.. VideoColumns.All.Select(column => columns.IndexOf(column))];
        if (_places[VideoColumns.Platform.Index] < 0 || _places[VideoColumns.Id.Index] < 0)
        {
            throw InventoryErrors.NotAnInventory(content.Path, 1, CommandMessages.ColumnsMissing);
        }

        IsPartial = _places.Contains(-1);
    }

    /// <summary>Gets a value indicating whether columns are missing.</summary>
    public bool IsPartial { get; }

    /// <summary>Gets the number of the line in which the row begins.</summary>
    public long LineNumber => _rows.LineNumber;

    /// <summary>Gets the properties of the row's platform.</summary>
    public VideoShape Shape { get; private set; } = null!;

    /// <summary>Returns the cell of a column; null if there is none, or nothing in it.</summary>
    public string? Cell(VideoColumn column) =>
        _places[column.Index] is >= 0 and var place && _cells[place] is { } cell ? _content.HasByteOrderMark ? SpreadsheetText.Restore(cell) : cell : null;

    /// <summary>Reads the next row.</summary>
    /// <param name="problem">Why it contains no video.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="CommandException">The row is cut off.</exception>
    public bool Read(out string? problem)
    {
        problem = null;
        do
        {
            if (!ReadRow())
            {
                return false;
            }
        }
        while (_cells.Count == 1 && _cells[0] is null);

        if (_rows.IsCut || (_cells.Count < _columnCount && _rows.IsLast))
        {
            throw InventoryErrors.Truncated(_content.Path, _rows.LineNumber, CommandMessages.RowIncomplete);
        }

        if (_cells.Count != _columnCount)
        {
            problem = CommandMessages.RowLength.With(_cells.Count, _columnCount);
        }
        else if (Cell(VideoColumns.Platform) is { } name && PlatformRegistry.Find(name) is { } platform)
        {
            Shape = VideoColumns.Of(platform);
        }
        else
        {
            problem = CommandMessages.ValueUnreadable.With(VideoColumns.Platform, Cell(VideoColumns.Platform));
        }

        return true;
    }

    /// <summary>Returns the error for the row.</summary>
    public CommandException ErrorOf(string problem) => InventoryErrors.Record(_content.Path, _rows.LineNumber, problem);

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
