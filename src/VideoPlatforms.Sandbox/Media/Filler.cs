using System.Buffers.Binary;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Generates reproducible bytes of any amount. Each byte depends only on the seed and its offset.</summary>
internal sealed class Filler(ulong seed)
{
    private const int WordLength = 8;

    /// <summary>Writes the bytes from <paramref name="offset"/> on into a part of a buffer.</summary>
    public void Fill(long offset, byte[] buffer, int start, int count)
    {
        var target = buffer.AsSpan(start, count);
        Span<byte> word = stackalloc byte[WordLength];
        while (target.Length > 0)
        {
            var skip = (int)(offset % WordLength);
            if (skip == 0 && target.Length >= WordLength)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(target, Word(offset / WordLength));
                target = target.Slice(WordLength);
                offset += WordLength;
                continue;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(word, Word(offset / WordLength));
            var length = Math.Min(WordLength - skip, target.Length);
            word.Slice(skip, length).CopyTo(target);
            target = target.Slice(length);
            offset += length;
        }
    }

    // SplitMix64.
    private ulong Word(long index)
    {
        unchecked
        {
            var value = seed + ((ulong)index * 0x9E3779B97F4A7C15);
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
