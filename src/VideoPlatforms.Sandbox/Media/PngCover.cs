using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Creates a PNG picture with vertical stripes, whose colors depend on the seed.</summary>
internal static class PngCover
{
    private const int Width = 160;
    private const int Height = 90;
    private const int Stripes = 10;
    private const int BytesPerPixel = 3;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Create(MediaSeed seed)
    {
        using var picture = new MemoryStream();
        picture.Write(Signature, 0, Signature.Length);
        WriteChunk(picture, "IHDR", Header());
        WriteChunk(picture, "IDAT", Compress(Pixels(seed)));
        WriteChunk(picture, "IEND", []);
        return picture.ToArray();
    }

    private static byte[] Header()
    {
        const byte BitDepth = 8;
        const byte TrueColor = 2;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = BitDepth;
        header[9] = TrueColor;
        return header;
    }

    // Every row begins with the number of its filter: 0 for none.
    private static byte[] Pixels(MediaSeed seed)
    {
        const int RowLength = 1 + (Width * BytesPerPixel);
        var pixels = new byte[RowLength * Height];
        for (var row = 0; row < Height; row++)
        {
            for (var position = 0; position < Width * BytesPerPixel; position++)
            {
                var stripe = position / BytesPerPixel * Stripes / Width;
                pixels[(row * RowLength) + 1 + position] = seed.Component((stripe * BytesPerPixel) + (position % BytesPerPixel), 0, 255);
            }
        }

        return pixels;
    }

    /// <summary>Returns the data in the format of zlib: a header, the deflated data and a checksum.</summary>
    private static byte[] Compress(byte[] data)
    {
        using var packed = new MemoryStream();
        packed.WriteByte(0x78);
        packed.WriteByte(0x9C);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data, 0, data.Length);
        }

        WriteNumber(packed, Adler32(data));
        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream picture, string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        WriteNumber(picture, (uint)data.Length);
        picture.Write(content, 0, content.Length);
        WriteNumber(picture, Crc32(content));
    }

    private static void WriteNumber(MemoryStream stream, uint number)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        stream.Write(bytes, 0, bytes.Length);
    }

    private static uint Adler32(byte[] data)
    {
        const uint Modulus = 65_521;
        var (low, high) = (1u, 0u);
        foreach (var value in data)
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return (high << 16) | low;
    }

    private static uint Crc32(byte[] data)
    {
        const uint Polynomial = 0xEDB88320;
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
