namespace VideoPlatforms.Clients.Http;

/// <summary>A response that goes on beyond any page that a platform may give.</summary>
internal sealed class ResponseTooLargeException(int largest) : Exception
{
    /// <summary>Where reading stopped, in bytes.</summary>
    public int Largest { get; } = largest;
}
