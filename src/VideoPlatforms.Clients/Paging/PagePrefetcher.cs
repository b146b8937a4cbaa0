namespace VideoPlatforms.Clients.Paging;

/// <summary>
/// Requests pages in advance and returns them in order. Disposing the object cancels the pending requests and waits for them.
/// </summary>
internal sealed class PagePrefetcher<T>(PageSource<T> source, ListOptions options, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<Task<Page<T>>> _inFlight = new();

    /// <summary>Gets a token that is canceled when reading ends.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Gets the number of pages that were requested and not yet returned.</summary>
    public int InFlight => _inFlight.Count;

    /// <summary>Gets a value indicating whether another page can be requested concurrently.</summary>
    public bool HasRoom => _inFlight.Count < options.ThrottleLimit;

    /// <summary>Gets a value indicating whether the page that was requested first has arrived.</summary>
    public bool HasArrived => _inFlight.Count > 0 && _inFlight.Peek().Status == TaskStatus.RanToCompletion;

    /// <summary>Gets or sets the number of the page to request next.</summary>
    public long NextPage { get; set; }

    /// <summary>Requests the next page.</summary>
    public void Request() => _inFlight.Enqueue(source.FetchAsync(NextPage++, options.PageSize, Stopping));

    /// <summary>Returns the page that was requested first.</summary>
    public Task<Page<T>> TakeAsync() => _inFlight.Dequeue();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
#if NET
        await _stop.CancelAsync().ConfigureAwait(false);
#else
        _stop.Cancel();
#endif
        foreach (var page in _inFlight)
        {
            try
            {
                await page.ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or PlatformException)
            {
                // The page is no longer needed.
            }
        }

        _stop.Dispose();
    }
}
