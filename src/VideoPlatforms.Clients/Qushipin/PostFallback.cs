using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// The document marks three of the writes GET; real servers take them as POST only and answer GET with 405. The first
/// 405 turns them into POST for the rest of the session.
/// </summary>
internal sealed class PostFallback : IRecovery
{
    private const int MethodNotAllowed = 405;

    private int _postOnly;

    /// <summary>Whether writes go as POST, whatever the document says.</summary>
    public bool IsOn => Volatile.Read(ref _postOnly) == 1;

    /// <inheritdoc/>
    public ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (failure.HttpStatus != MethodNotAllowed)
        {
            return new(false);
        }

        Volatile.Write(ref _postOnly, 1);
        return new(true);
    }
}
