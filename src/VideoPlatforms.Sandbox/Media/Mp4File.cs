using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Represents an MP4 file of any length: a short video, and a box with filler that players skip.</summary>
internal sealed class Mp4File : ResponseBody
{
    private const int FreeHeaderLength = 8;

    private readonly byte[] _head;
    private readonly Filler _filler;

    /// <param name="seed">The seed of the content.</param>
    /// <param name="length">The length of the file. If it is too small for the video, the file is as small as possible.</param>
    public Mp4File(MediaSeed seed, long length)
    {
        var video = Mp4Boxes.Create(seed);
        Length = Math.Max(length, video.Length + FreeHeaderLength);
        _head = [.. video, .. Mp4Boxes.FreeHeader(Length - video.Length)];
        _filler = new(seed.Number);
    }

    public override long Length { get; }

    public override void Read(long offset, byte[] buffer, int count)
    {
        var fromHead = (int)Math.Max(Math.Min(_head.Length - offset, count), 0);
        if (fromHead > 0)
        {
            Array.Copy(_head, offset, buffer, 0, fromHead);
        }

        _filler.Fill(offset + fromHead, buffer, fromHead, count - fromHead);
    }
}
