using System.IO.Compression;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Compresses the data that is written to a stream.</summary>
internal static class Gzip
{
    public static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            write(gzip);
        }

        return packed.ToArray();
    }
}
