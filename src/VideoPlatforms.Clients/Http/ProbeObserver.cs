namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Observes the calls of a session check: records what the server returns, and permits a limited number of requests. Calls that are
/// made with it are not retried; a rejected token or timestamp is corrected if enough requests are left.
/// </summary>
/// <param name="observer">Receives verbose and debug lines and warnings.</param>
/// <param name="maxRequests">The number of requests.</param>
internal sealed class ProbeObserver(ICallObserver observer, int maxRequests) : ICallObserver
{
    // A new token, and the call itself.
    private const int RequestsOfRecovery = 2;

    private readonly List<ProbedResponse> _responses = [];

    /// <summary>The number of requests that are left.</summary>
    public int RequestsLeft { get; private set; } = maxRequests;

    /// <summary>Whether a call can be made again after the reason for its rejection was removed.</summary>
    public bool CanRecover => RequestsLeft >= RequestsOfRecovery;

    /// <summary>What the server returned, in the order of the requests.</summary>
    public IReadOnlyList<ProbedResponse> Responses => _responses;

    /// <inheritdoc/>
    public bool WantsDebug => observer.WantsDebug;

    /// <inheritdoc/>
    public bool WantsVerbose => observer.WantsVerbose;

    /// <summary>Counts a request before it is sent.</summary>
    /// <exception cref="ProbeLimitException">No request is left.</exception>
    public void Begin()
    {
        if (RequestsLeft == 0)
        {
            throw new ProbeLimitException();
        }

        RequestsLeft--;
    }

    /// <summary>Records a response.</summary>
    public void Record(ApiCall call, HttpResponseMessage response, ResponseBody body, TimeSpan elapsed) =>
        _responses.Add(new(
            call.IsAnonymous,
            elapsed,
            response.Headers.Date - (DateTimeOffset.UtcNow - TimeSpan.FromTicks(elapsed.Ticks / 2)),
            response.IsSuccessStatusCode && body.LooksLikeJson && !call.IsAnonymous ? body.Utf8.ToArray() : null));

    /// <summary>Notes that the last response reports success.</summary>
    public void Accept() => _responses[_responses.Count - 1] = _responses[_responses.Count - 1] with { IsAccepted = true };

    /// <inheritdoc/>
    public void Verbose(string message) => observer.Verbose(message);

    /// <inheritdoc/>
    public void Debug(string message) => observer.Debug(message);

    /// <inheritdoc/>
    public void Warning(string message) => observer.Warning(message);

    /// <inheritdoc/>
    public void Waiting(string reason, TimeSpan delay) => observer.Waiting(reason, delay);
}
