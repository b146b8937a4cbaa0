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
        while (Peek() is { } character && character != _separator && character is not ('\r' or '\n'))
        {
            _cell.Append(character);
            _at++;
        }

        return _cell.Length == 0 ? null : _cell.ToString();
    }

    private string ReadQuoted()
    {
        _cell.Clear();
        _at++;
        while (Peek() is { } character)
        {
            _at++;
            if (character != '"')
            {
                _line += character == '\n' ? 1 : 0;
                _cell.Append(character);
            }
            else if (Take('"'))
            {
                _cell.Append('"');
            }
            else
            {
                // Text after the closing quotes belongs to the cell, as other programs read it.
                var quoted = _cell.ToString();
                return quoted + ReadPlain();
            }
        }

        IsCut = true;
        return _cell.ToString();
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
