namespace VideoPlatforms.Clients.Http;

/// <summary>A response that goes on beyond any page that a platform may give.</summary>
internal sealed class ResponseTooLargeException(int maxBytes) : Exception
{
    /// <summary>Where reading stopped, in bytes.</summary>
    public int MaxBytes { get; } = maxBytes;
}
