namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Specifies how files are downloaded.</summary>
internal sealed class DownloadOptions
{
    /// <summary>Gets the limit of all downloads together in bytes per second; null for none.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>Gets the time without a byte after which an attempt fails.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how many consecutive attempts may fail without a new byte after the first one.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Gets the first delay before jitter. Each further delay doubles it.</summary>
    public TimeSpan InitialRetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);
}
