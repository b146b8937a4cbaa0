using System.Text;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Writes videos as rows of a CSV with the columns of all platforms.</summary>
internal sealed class CsvVideoWriter : IVideoWriter
{
    private readonly CsvRowWriter _rows;

    /// <summary>Writes the names of the columns.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="forSpreadsheet">Whether spreadsheet programs open the file.</param>
    public CsvVideoWriter(Stream stream, bool forSpreadsheet)
    {
        _rows = new(stream, forSpreadsheet);
        if (forSpreadsheet)
        {
            _rows.WriteRaw(Encoding.UTF8.GetPreamble());
        }

        foreach (var column in VideoColumns.All)
        {
            _rows.Skip(column.Index > 0 ? 1 : 0);
            _rows.WriteRaw(column.Utf8Name);
        }

        _rows.EndRow();
    }

    /// <inheritdoc/>
    public void Write(PlatformVideo video)
    {
        // Most cells are empty: each platform has only some of the columns.
        var column = 0;
        foreach (var property in VideoColumns.Of(video.Platform).InColumnOrder)
        {
            _rows.Skip(property.Column.Index - column);
            column = property.Column.Index;
            property.WriteCsv(_rows, video);
        }

        _rows.Skip(VideoColumns.All.Count - 1 - column);
        _rows.EndRow();
    }

    /// <inheritdoc/>
    public void Flush() => _rows.Flush();
}
