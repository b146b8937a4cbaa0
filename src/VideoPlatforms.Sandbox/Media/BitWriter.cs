namespace VideoPlatforms.Sandbox.Media;

/// <summary>Writes the bits of a NAL unit of H.264.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _current;
    private int _count;

    /// <summary>Writes an unsigned number with a fixed number of bits.</summary>
    public BitWriter Bits(int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            _current = (_current << 1) | ((value >> bit) & 1);
            if (++_count == 8)
            {
                _bytes.Add((byte)_current);
                (_current, _count) = (0, 0);
            }
        }

        return this;
    }

    /// <summary>Writes an unsigned number as an Exp-Golomb code: <c>ue(v)</c>. The code of zero is the same for signed numbers.</summary>
    public BitWriter Code(int value)
    {
        var length = 0;
        for (var rest = value + 1; rest > 1; rest >>= 1)
        {
            length++;
        }

        return Bits(0, length).Bits(value + 1, length + 1);
    }

    /// <summary>Writes zero bits up to the next byte.</summary>
    public BitWriter Align() => _count == 0 ? this : Bits(0, 8 - _count);

    /// <summary>Ends the unit and returns it, with the bytes that prevent start codes within it.</summary>
    public byte[] ToUnit()
    {
        Bits(1, 1).Align();
        var unit = new List<byte>(_bytes.Count);
        var zeros = 0;
        foreach (var value in _bytes)
        {
            if (zeros == 2 && value <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }

            unit.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return [.. unit];
    }
}
