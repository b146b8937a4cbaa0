using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// Switches calls from GET to POST. The document specifies GET for three of the writes, but the servers accept only POST for them and
/// return 405 for GET. After the first 405, they are sent with POST for the rest of the session.
/// </summary>
/// <param name="calls">The names of the three calls.</param>
internal sealed class PostFallback(params string[] calls) : IRecovery
{
    private const int MethodNotAllowed = 405;

    private int _postOnly;

    /// <summary>Returns the method to use for a call.</summary>
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
