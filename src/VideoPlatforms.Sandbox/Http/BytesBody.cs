namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents a body in memory.</summary>
internal sealed class BytesBody(byte[] bytes) : ResponseBody
{
    public override long Length => bytes.Length;

    public override void Read(long offset, byte[] buffer, int count) => Array.Copy(bytes, offset, buffer, 0, count);
}
