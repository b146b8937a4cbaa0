namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Reads the lines of a stream as bytes.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int BlockSize = 64 * 1024;
    private const int MaxLineLength = 64 * 1024 * 1024;

    private byte[] _bytes = new byte[BlockSize];
    private int _start;
    private int _end;
    private long _consumed;
    private bool _isAtEnd;

    /// <summary>Gets the number of the line that was read last.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Gets the position of that line in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Gets a value indicating whether that line ends with a line break.</summary>
    public bool HasLineBreak { get; private set; }

    /// <summary>Reads the next line without its line break. The bytes are valid until the next line is read.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public bool Read(out ReadOnlyMemory<byte> line)
    {
        Position += _consumed;
        _consumed = 0;
        var searched = _start;
        while (true)
        {
            var length = new ReadOnlySpan<byte>(_bytes, searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length - _start, hasLineBreak: true, out line);
            }

            searched = _end;
            if (_isAtEnd)
            {
                return Take(_end - _start, hasLineBreak: false, out line);
            }

            searched -= Fill();
        }
    }

    private bool Take(int length, bool hasLineBreak, out ReadOnlyMemory<byte> line)
    {
        if (length == 0 && !hasLineBreak)
        {
            line = default;
            return false;
        }

        var isCarriageReturn = length > 0 && _bytes[_start + length - 1] == (byte)'\r';
        line = new(_bytes, _start, isCarriageReturn ? length - 1 : length);
        _consumed = length + (hasLineBreak ? 1 : 0);
        _start += (int)_consumed;
        HasLineBreak = hasLineBreak;
        LineNumber++;
        return true;
    }

    // Returns by how much the unread bytes moved to the front.
    private int Fill()
    {
        var moved = _start;
        if (moved > 0)
        {
            Array.Copy(_bytes, _start, _bytes, 0, _end - _start);
            _end -= moved;
            _start = 0;
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length < MaxLineLength ? _bytes.Length * 2 : throw new InvalidDataException());
        }

        var read = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return moved;
    }
}
