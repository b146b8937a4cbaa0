using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VideoPlatforms.Tests.Sandbox;

public sealed class MediaCoverTests : MediaTest
{
    [Fact]
    public async Task Cover_is_a_valid_png()
    {
        using var response = await GetAsync(Cover);
        var picture = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal([0x89, .. "PNG\r\n\x1A\n"u8], picture[..8]);
        var chunks = ReadChunks(picture.AsSpan(8)).ToArray();
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        var header = chunks[0].Data;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        Assert.Equal([8, 2, 0, 0, 0], header[8..]);

        // ZLibStream checks the Adler-32.
        using var pixels = new MemoryStream();
        await using var zlib = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        await zlib.CopyToAsync(pixels);
        Assert.Equal(height * (1 + (width * 3)), pixels.Length);
    }

    [Fact]
    public void Covers_have_different_colors() =>
        Assert.Equal(Sandbox.Polyv.Videos.Count, Sandbox.Polyv.Videos.Select(video => Sandbox.Media.GetSha256(video.FirstImage)).Distinct().Count());

    private static List<(string Type, byte[] Data)> ReadChunks(ReadOnlySpan<byte> bytes)
    {
        var chunks = new List<(string, byte[])>();
        while (bytes.Length > 0)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes);
            Assert.Equal(Crc(bytes.Slice(4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(bytes[(8 + length)..]));
            chunks.Add((Encoding.ASCII.GetString(bytes.Slice(4, 4)), bytes.Slice(8, length).ToArray()));
            bytes = bytes[(12 + length)..];
        }

        return chunks;
    }

    /// <summary>The CRC-32 as the remainder of a division of polynomials, bit by bit from the highest one.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        const uint Polynomial = 0x04C11DB7;
        var remainder = uint.MaxValue;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = (remainder >> 31) ^ ((uint)(value >> bit) & 1);
                remainder = (remainder << 1) ^ (carry * Polynomial);
            }
        }

        var reversed = 0u;
        for (var bit = 0; bit < 32; bit++)
        {
            reversed |= ((remainder >> bit) & 1) << (31 - bit);
        }

        return ~reversed;
    }
}
