using System.Text;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Reads the rows of a CSV as in RFC 4180. A cell without quotes and text has no value; quotes without text are an empty text.</summary>
internal sealed class CsvReader(TextReader text)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _end;
    private long _line = 1;
    private char _separator;

    /// <summary>Gets the number of the line in which the row that was read last begins.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Gets a value indicating whether that row ends inside quotes.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets a value indicating whether the end of the text follows that row.</summary>
    public bool IsLast => Peek() is null;

    /// <summary>Reads the next row.</summary>
    public bool Read(List<string?> cells)
    {
        cells.Clear();
        if (Peek() is null)
        {
            return false;
        }

        if (_separator == 0)
        {
            _separator = FindSeparator();
        }

        LineNumber = _line;
        do
        {
            // Most cells are empty: each platform has only some of the columns.
            while (_at < _end && _buffer[_at] == _separator)
            {
                cells.Add(null);
                _at++;
            }

            cells.Add(Peek() == '"' ? ReadQuoted() : ReadPlain());
        }
        while (Take(_separator));

        if (Take('\r') | Take('\n'))
        {
            _line++;
        }

        return true;
    }

    private string? ReadPlain()
    {
        _cell.Clear();
        while (Peek() is not null)
        {
            var rest = new ReadOnlySpan<char>(_buffer, _at, _end - _at);
            var length = rest.IndexOfAny(_separator, '\r', '\n');
            if (length >= 0)
            {
                return Cell(length);
            }

            Collect(rest.Length);
        }

        return Cell(0);
    }

    // The text before the next special character. A cell seldom extends over two parts of the buffer.
    private string? Cell(int length)
    {
        if (_cell.Length > 0)
        {
            Collect(length);
            return _cell.ToString();
        }

        _at += length;
        return length == 0 ? null : new string(_buffer, _at - length, length);
    }

    private void Collect(int length)
    {
        _cell.Append(_buffer, _at, length);
        _at += length;
    }

    private string ReadQuoted()
    {
        _cell.Clear();
        _at++;
        while (Peek() is not null)
        {
            var rest = new ReadOnlySpan<char>(_buffer, _at, _end - _at);
            var length = rest.IndexOf('"');
            var text = length >= 0 ? rest.Slice(0, length) : rest;
            CountLines(text);
            Collect(text.Length);
            if (length < 0)
            {
                continue;
            }

            _at++;
            if (!Take('"'))
            {
                // Text after the closing quotes belongs to the cell, as other programs read it.
                var quoted = _cell.ToString();
                return quoted + ReadPlain();
            }

            _cell.Append('"');
        }

        IsCut = true;
        return _cell.ToString();
    }

    private void CountLines(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n'))
        {
            _line++;
            text = text.Slice(at + 1);
        }
    }

    private bool Take(char character)
    {
        if (Peek() != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    private char? Peek()
    {
        if (_at == _end)
        {
            _at = 0;
            _end = text.Read(_buffer, 0, _buffer.Length);
        }

        return _at < _end ? _buffer[_at] : null;
    }

    // Spreadsheet programs use a semicolon in some countries. The names of the columns contain none of the separators.
    private char FindSeparator()
    {
        var first = Array.FindIndex(_buffer, _at, _end - _at, character => Separators.Contains(character) || character == '\n');
        return first >= 0 && _buffer[first] != '\n' ? _buffer[first] : ',';
    }
}
