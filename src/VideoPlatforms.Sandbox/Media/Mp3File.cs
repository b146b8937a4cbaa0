using System.Text;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>
/// Represents an MP3 file of any length: silent frames whose unused bytes contain filler, after an ID3 tag that takes up the remainder.
/// </summary>
internal sealed class Mp3File : ResponseBody
{
    // MPEG-1 Layer III, 128 kbit/s, 48 kHz, stereo: 384 bytes per frame. Side information of zeros means silence.
    private const int FrameLength = 384;
    private const int SideInformationLength = 32;

    private static readonly byte[] FrameHead = [0xFF, 0xFB, 0x94, 0x00, .. new byte[SideInformationLength]];

    // Segments of HTTP Live Streaming require this time stamp (RFC 8216, section 3.4).
    private static readonly byte[] TimeStamp = [.. Encoding.ASCII.GetBytes("com.apple.streaming.transportStreamTimestamp\0"), .. new byte[8]];

    private readonly byte[] _tag;
    private readonly Filler _filler;

    /// <param name="seed">The seed of the content.</param>
    /// <param name="length">The length of the file. If it is too small, the file contains a single frame.</param>
    public Mp3File(MediaSeed seed, long length)
    {
        var smallestTag = Tag(0).Length;
        Length = Math.Max(length, smallestTag + FrameLength);
        _tag = Tag((int)((Length - smallestTag) % FrameLength));
        _filler = new(seed.Number);
    }

    public override long Length { get; }

    public override void Read(long offset, byte[] buffer, int count)
    {
        _filler.Fill(offset, buffer, 0, count);
        Overlay(_tag, -offset, buffer, count);
        var first = Math.Max(offset - _tag.Length, 0) / FrameLength;
        for (var start = _tag.Length + (first * FrameLength) - offset; start < count; start += FrameLength)
        {
            Overlay(FrameHead, start, buffer, count);
        }
    }

    /// <summary>Copies the part of <paramref name="bytes"/> that is within the buffer.</summary>
    private static void Overlay(byte[] bytes, long start, byte[] buffer, int count)
    {
        var begin = Math.Max(start, 0);
        var end = Math.Min(start + bytes.Length, count);
        if (begin < end)
        {
            Array.Copy(bytes, begin - start, buffer, begin, end - begin);
        }
    }

    private static byte[] Tag(int padding)
    {
        const byte Version = 4;
        const int FrameHeaderLength = 10;
        return
        [
            .. Encoding.ASCII.GetBytes("ID3"), Version, 0, 0, .. Size(FrameHeaderLength + TimeStamp.Length + padding),
            .. Encoding.ASCII.GetBytes("PRIV"), .. Size(TimeStamp.Length), 0, 0, .. TimeStamp,
            .. new byte[padding],
        ];
    }

    // Seven bits per byte.
    private static byte[] Size(int size) => [(byte)(size >> 21 & 0x7F), (byte)(size >> 14 & 0x7F), (byte)(size >> 7 & 0x7F), (byte)(size & 0x7F)];
}
