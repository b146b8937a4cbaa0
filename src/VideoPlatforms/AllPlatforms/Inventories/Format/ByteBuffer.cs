using System.Buffers;
using System.Text;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Collects bytes, and writes them to a stream in large pieces.</summary>
internal sealed class ByteBuffer(Stream? stream = null) : IBufferWriter<byte>
{
    private const int PieceSize = 64 * 1024;

    private byte[] _bytes = new byte[PieceSize + (PieceSize / 4)];
    private int _count;

    /// <summary>Gets the bytes that were not written to the stream.</summary>
    public ReadOnlySpan<byte> Written => new(_bytes, 0, _count);

    /// <summary>Gets the array that contains the bytes.</summary>
    public byte[] Array => _bytes;

    /// <summary>Gets the number of bytes.</summary>
    public int Count => _count;

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return new(_bytes, _count, _bytes.Length - _count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return new(_bytes, _count, _bytes.Length - _count);
    }

    /// <summary>Appends a byte.</summary>
    public void Append(byte value)
    {
        Reserve(1);
        _bytes[_count++] = value;
    }

    /// <summary>Appends a byte a number of times.</summary>
    public void Append(byte value, int count)
    {
        Reserve(count);
        new Span<byte>(_bytes, _count, count).Fill(value);
        _count += count;
    }

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        values.CopyTo(new Span<byte>(_bytes, _count, values.Length));
        _count += values.Length;
    }

    /// <summary>Appends text in UTF-8.</summary>
    public void Append(string text)
    {
        Reserve(text.Length * 3);
        _count += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _count);
    }

    /// <summary>Removes all bytes.</summary>
    public void Clear() => _count = 0;

    /// <summary>Writes the bytes to the stream if there are many.</summary>
    public void FlushIfFull()
    {
        if (_count >= PieceSize)
        {
            Flush();
        }
    }

    /// <summary>Writes the bytes to the stream.</summary>
    public void Flush()
    {
        stream!.Write(_bytes, 0, _count);
        _count = 0;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _count < count)
        {
            System.Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));
        }
    }
}
