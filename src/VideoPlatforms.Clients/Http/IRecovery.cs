namespace VideoPlatforms.Clients.Http;

/// <summary>A way to mend what made the server refuse a call, so that it can be tried once more.</summary>
internal interface IRecovery
{
    /// <summary>Mends it if it can.</summary>
    /// <returns>Whether the call should be tried once more.</returns>
    ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken);
}
