
namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Writes the cells of a CSV as in RFC 4180. An empty text is quoted, so that it differs from no value.</summary>
internal sealed class CsvRowWriter(Stream stream, bool forSpreadsheet)
{
    private static readonly char[] Special = ['"', ',', '\r', '\n'];

    private readonly ByteBuffer _buffer = new(stream);

    /// <summary>Moves on by a number of cells.</summary>
    public void Skip(int cells) => _buffer.Append((byte)',', cells);

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        _buffer.Append("\r\n");
        _buffer.FlushIfFull();
    }

    /// <summary>Writes everything to the stream.</summary>
    public void Flush() => _buffer.Flush();

    /// <summary>Writes text.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            return;
        }

        if (forSpreadsheet)
        {
            text = SpreadsheetText.Protect(text);
        }

        if (text.Length > 0 && text.IndexOfAny(Special) < 0)
        {
            _buffer.Append(text);
            return;
        }

        _buffer.Append((byte)'"');
        _buffer.Append(text.Replace("\"", "\"\""));
        _buffer.Append((byte)'"');
    }

    /// <summary>Writes text that needs no quotes.</summary>
    public void WriteRaw(string text) => _buffer.Append(text);

    /// <summary>Writes text that needs no quotes.</summary>
    public void WriteRaw(ReadOnlySpan<byte> utf8Text) => _buffer.Write(utf8Text);
}
