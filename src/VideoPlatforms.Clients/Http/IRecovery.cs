namespace VideoPlatforms.Clients.Http;

/// <summary>Removes the reason for which the server rejected a call, so that the call can be sent again.</summary>
internal interface IRecovery
{
    /// <summary>Removes the reason for the rejection if possible.</summary>
    /// <returns>Whether the call should be sent again.</returns>
    ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken);
}
