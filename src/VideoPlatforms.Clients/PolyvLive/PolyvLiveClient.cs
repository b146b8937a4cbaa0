using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Provides the calls of Polyv Live (document 002).</summary>
public sealed class PolyvLiveClient : PlatformClient
{
    /// <summary>Initializes a client. No request is sent.</summary>
    /// <param name="appId">The ID of the application.</param>
    /// <param name="appSecret">The secret that signs every call.</param>
    /// <param name="options">The connection options.</param>
    /// <exception cref="ArgumentException">The ID or secret is empty or white space.</exception>
    public PolyvLiveClient(string appId, SecureString appSecret, ConnectionOptions? options = null)
        : this(InputRules.NotWhiteSpace.Check(appId, nameof(appId))!, new Secret(appSecret), new SessionClock(PolyvLiveErrors.TimestampRejected), options ?? new())
    {
    }

    private PolyvLiveClient(string appId, Secret appSecret, SessionClock clock, ConnectionOptions options)
        : base(new PolyvLiveProtocol(appId, appSecret, clock), clock, options)
    {
    }

    /// <summary>Gets the playbacks or the videos on demand of the account (<c>playback/list</c>).</summary>
    /// <returns>Batches in the order of the list.</returns>
    /// <exception cref="PlatformException">A page could not be read. The batches before it are valid.</exception>
    public IAsyncEnumerable<Batch<PolyvLivePlayback>> ListPlaybacksAsync(
        PolyvLivePlaybackFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var pages = new PageSource<PolyvLivePlayback>(
            (number, size, token) => FetchPageAsync(filter, number, size, observer, token),
            playback => playback.Id,
            what => Connection.Unexpected(ListCall(filter), what));
        return new PageStream<PolyvLivePlayback>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListPlaybacksAsync(new(), options, observer, cancellationToken), cancellationToken);

    /// <summary>Reads every video on demand of the account.</summary>
    internal IAsyncEnumerable<Batch<PlatformVideo>> ListVodsAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken) =>
        AsPlatformVideosAsync(ListPlaybacksAsync(new() { ListType = PolyvLiveListType.Vod }, options, observer, cancellationToken), cancellationToken);

    private async Task<Page<PolyvLivePlayback>> FetchPageAsync(PolyvLivePlaybackFilter filter, long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall(filter);
        call.Parameters.Add("page", number);
        call.Parameters.Add("pageSize", size);
        var response = await Connection.SendAsync(call, PolyvLiveJson.Default.PolyvLivePlaybackListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        return page.ToPage(RequireList(page.Contents, page.TotalItems, call, response), record => new PolyvLivePlayback(record, Session));
    }

    private static ApiCall ListCall(PolyvLivePlaybackFilter filter) =>
        new("playback/list", HttpMethod.Get, "live/v3/user/playback/list") { Parameters = filter.ToParameters() };
}
