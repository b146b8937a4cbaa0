using System.Buffers.Binary;
using System.Text;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Creates the boxes of an MP4 file (ISO/IEC 14496-12) with a video track of <see cref="H264Track"/>.</summary>
internal static class Mp4Boxes
{
    private const int FrameCount = 10;
    private const int FrameDuration = 500;
    private const int TimeScale = 1000;
    private const int Duration = FrameCount * FrameDuration;
    private const int HeaderLength = 8;

    private static readonly byte[] Matrix =
        [.. Number(0x10000), .. Zeros(12), .. Number(0x10000), .. Zeros(12), .. Number(0x40000000)];

    /// <summary>Returns a complete file: the index (<c>ftyp</c>, <c>moov</c>), and then the frames (<c>mdat</c>).</summary>
    public static byte[] Create(MediaSeed seed)
    {
        var frames = Enumerable.Range(0, FrameCount)
            .Select(number => Sized(number == 0 ? H264Track.KeyFrame(seed) : H264Track.RepeatedFrame(number)))
            .ToArray();
        var type = Box("ftyp", Text("isom"), Number(0x200), Text("isomiso2avc1mp41"));
        var start = type.Length + Movie(frames, 0).Length + HeaderLength;
        return [.. type, .. Movie(frames, start), .. Box("mdat", frames)];
    }

    /// <summary>Returns the header of a box that players skip. The length includes the header.</summary>
    public static byte[] FreeHeader(long length)
    {
        if (length <= uint.MaxValue)
        {
            return [.. Number((uint)length), .. Text("free")];
        }

        var header = new byte[HeaderLength + sizeof(long)];
        Number(1).CopyTo(header, 0);
        Text("free").CopyTo(header, 4);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(HeaderLength), length);
        return header;
    }

    private static byte[] Movie(byte[][] frames, int start) => Box(
        "moov",
        Box("mvhd", Zeros(12), Number(TimeScale), Number(Duration), Number(0x10000), Short(0x100), Zeros(10), Matrix, Zeros(24), Number(2)),
        Box("trak", TrackHeader(), Box("mdia", MediaHeader(), Handler(), Box("minf", VideoHeader(), DataReference(), SampleTable(frames, start)))));

    private static byte[] TrackHeader() => Box(
        "tkhd", Number(3), Zeros(8), Number(1), Zeros(4), Number(Duration), Zeros(16), Matrix, Number(H264Track.Width << 16), Number(H264Track.Height << 16));

    private static byte[] MediaHeader() => Box("mdhd", Zeros(12), Number(TimeScale), Number(Duration), Short(UndeterminedLanguage), Zeros(2));

    // "und" in five bits per letter.
    private const int UndeterminedLanguage = 0x55C4;

    private static byte[] Handler() => Box("hdlr", Zeros(8), Text("vide"), Zeros(12), Text("Sandbox\0"));

    private static byte[] VideoHeader() => Box("vmhd", Number(1), Zeros(8));

    private static byte[] DataReference() => Box("dinf", Box("dref", Zeros(4), Number(1), Box("url ", Number(1))));

    private static byte[] SampleTable(byte[][] frames, int start) => Box(
        "stbl",
        Box("stsd", Zeros(4), Number(1), SampleEntry()),
        Box("stts", Zeros(4), Number(1), Number(FrameCount), Number(FrameDuration)),
        Box("stss", Zeros(4), Number(1), Number(1)),
        Box("stsc", Zeros(4), Number(1), Number(1), Number(FrameCount), Number(1)),
        Box("stsz", [Zeros(8), Number(FrameCount), .. frames.Select(frame => Number((uint)frame.Length))]),
        Box("stco", Zeros(4), Number(1), Number((uint)start)));

    private static byte[] SampleEntry() => Box(
        "avc1", Zeros(6), Short(1), Zeros(16), Short(H264Track.Width), Short(H264Track.Height), Number(0x480000), Number(0x480000), Zeros(4), Short(1),
        Zeros(32), Short(24), Short(0xFFFF), DecoderConfiguration());

    private static byte[] DecoderConfiguration()
    {
        var sequence = H264Track.SequenceParameters();
        var picture = H264Track.PictureParameters();
        return Box(
            "avcC", [1, H264Track.Profile, H264Track.Constraints, H264Track.Level, 0xFF, 0xE1], Short(sequence.Length), sequence, [1],
            Short(picture.Length), picture);
    }

    private static byte[] Box(string type, params byte[][] parts)
    {
        var content = parts.SelectMany(part => part).ToArray();
        return [.. Number((uint)(content.Length + HeaderLength)), .. Text(type), .. content];
    }

    /// <summary>Returns a NAL unit with its length in front of it.</summary>
    private static byte[] Sized(byte[] unit) => [.. Number((uint)unit.Length), .. unit];

    private static byte[] Number(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Zeros(int count) => new byte[count];

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);
}
