using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// The document marks three of the writes GET; real servers take them as POST only and answer GET with 405. The first
/// 405 turns them into POST for the rest of the session.
/// </summary>
/// <param name="calls">The three.</param>
internal sealed class PostFallback(params string[] calls) : IRecovery
{
    private const int MethodNotAllowed = 405;

    private int _postOnly;

    /// <summary>How a call goes now, whatever the document says.</summary>
    public HttpMethod MethodOf(ApiCall call) => Volatile.Read(ref _postOnly) == 1 && calls.Contains(call.Name) ? HttpMethod.Post : call.Method;

    /// <inheritdoc/>
    public ValueTask<bool> TryAsync(PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (failure.HttpStatus != MethodNotAllowed || !calls.Contains(failure.Call))
        {
            return new(false);
        }

        Volatile.Write(ref _postOnly, 1);
        return new(true);
    }
}
