using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.AllPlatforms.Checks;

/// <summary>Reads the first page of a session's list a few times.</summary>
internal sealed class SessionProbe
{
    /// <summary>The largest number of requests to a session, including one for a token.</summary>
    public const int MaxRequests = 3;

    private const int PageSize = 20;

    private readonly ProbeObserver _observer;

    private SessionProbe(VideoPlatformSession session, ICallObserver observer)
    {
        Session = session;
        _observer = new(observer, MaxRequests);
    }

    /// <summary>Gets the session.</summary>
    public VideoPlatformSession Session { get; }

    /// <summary>Gets the responses in the order of the requests.</summary>
    public IReadOnlyList<ProbedResponse> Responses => _observer.Responses;

    /// <summary>Gets the videos of the page; null if it could not be read.</summary>
    public IReadOnlyList<PlatformVideo>? Videos { get; private set; }

    /// <summary>Gets the error of the first request, or of a later one; null if all of them succeeded.</summary>
    public PlatformException? Failure { get; private set; }

    /// <summary>Checks a session.</summary>
    public static async Task<IReadOnlyList<SessionCheck>> CheckAsync(VideoPlatformSession session, ICallObserver observer, CancellationToken cancellationToken)
    {
        var probe = new SessionProbe(session, observer);
        await probe.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new SessionDiagnosis(probe).Checks();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                Videos = await ReadPageAsync(cancellationToken).ConfigureAwait(false);
            }
            while (_observer.RequestsLeft > 0);
        }
        catch (PlatformException failure)
        {
            Failure = failure;
        }
        catch (ProbeLimitException)
        {
            // What was read so far counts.
        }
    }

    private async Task<IReadOnlyList<PlatformVideo>> ReadPageAsync(CancellationToken cancellationToken)
    {
        var videos = new List<PlatformVideo>();
        var batches = 0;
        await foreach (var batch in Session.Client.ListAsync(new() { PageSize = PageSize, IsOnDemand = true }, _observer, cancellationToken).ConfigureAwait(false))
        {
            // The first page comes in two batches.
            videos.AddRange(batch.Items);
            if (++batches == 2)
            {
                break;
            }
        }

        return videos;
    }
}
