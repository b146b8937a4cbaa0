namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents the body of a response, which is read in parts while it is sent.</summary>
internal abstract class ResponseBody
{
    public abstract long Length { get; }

    /// <summary>Copies the bytes from <paramref name="offset"/> on to the beginning of <paramref name="buffer"/>.</summary>
    public abstract void Read(long offset, byte[] buffer, int count);
}
