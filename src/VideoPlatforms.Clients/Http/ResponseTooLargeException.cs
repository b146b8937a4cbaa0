namespace VideoPlatforms.Clients.Http;

/// <summary>The exception that is thrown if a response exceeds the maximum size.</summary>
internal sealed class ResponseTooLargeException(int maxBytes) : Exception
{
    /// <summary>Gets the maximum size in bytes.</summary>
    public int MaxBytes { get; } = maxBytes;
}
