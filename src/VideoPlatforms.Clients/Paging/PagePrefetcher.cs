namespace VideoPlatforms.Clients.Paging;

/// <summary>Requests pages ahead of the reader and returns them in order. Disposing cancels the requests in flight and waits for them.</summary>
internal sealed class PagePrefetcher<T>(PageSource<T> source, ListOptions options, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<Task<Page<T>>> _inFlight = new();

    /// <summary>Cancelled when reading ends.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>How many pages were requested and not yet taken.</summary>
    public int InFlight => _inFlight.Count;

    /// <summary>Whether one more page may be in flight.</summary>
    public bool HasRoom => _inFlight.Count < options.ThrottleLimit;

    /// <summary>The page to request next.</summary>
    public long NextPage { get; set; }

    /// <summary>Requests the next page.</summary>
    public void Request() => _inFlight.Enqueue(source.FetchAsync(NextPage++, options.PageSize, Stopping));

    /// <summary>Takes the page that was requested first.</summary>
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
                // Nobody waits for this page any more.
            }
        }

        _stop.Dispose();
    }
}
