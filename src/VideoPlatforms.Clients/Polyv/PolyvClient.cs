using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Provides the calls of Polyv VOD (document 001).</summary>
public sealed class PolyvClient : PlatformClient
{
    private readonly string _userId;

    /// <summary>Initializes a client. No request is sent.</summary>
    /// <param name="userId">The user ID of the main account.</param>
    /// <param name="secretKey">The key that signs every call.</param>
    /// <param name="options">The connection options.</param>
    /// <exception cref="ArgumentException">The user ID or key is empty or white space.</exception>
    public PolyvClient(string userId, SecureString secretKey, ConnectionOptions? options = null)
        : this(InputRules.NotWhiteSpace.Check(userId, nameof(userId))!, new Secret(secretKey), new SessionClock(PolyvErrors.TimestampExpired, PolyvErrors.TimestampIllegal), options ?? new())
    {
    }

    private PolyvClient(string userId, Secret secretKey, SessionClock clock, ConnectionOptions options)
        : base(new PolyvProtocol(userId, secretKey, clock), clock, options) => _userId = userId;

    /// <summary>Gets the videos that sub-accounts uploaded (<c>get-by-uploader</c>).</summary>
    /// <returns>Batches in the order of the list.</returns>
    /// <exception cref="PlatformException">A page could not be read. The batches before it are valid.</exception>
    public IAsyncEnumerable<Batch<PolyvVideo>> ListVideosAsync(
        PolyvVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var pages = new PageSource<PolyvVideo>(
            (number, size, token) => FetchPageAsync(filter, number, size, observer, token),
            video => video.Id,
            what => Connection.Unexpected(ListCall(filter), what));
        return new PageStream<PolyvVideo>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListVideosAsync(new(), options, observer, cancellationToken), cancellationToken);

    private async Task<Page<PolyvVideo>> FetchPageAsync(PolyvVideoFilter filter, long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall(filter);
        call.Parameters.Add("page", number);
        call.Parameters.Add("pageSize", size);
        var response = await Connection.SendAsync(call, PolyvJson.Default.PolyvVideoListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        var result = page.ToPage(RequireList(page.Contents, page.TotalItems, call, response), record => new PolyvVideo(record, Session));
        Completions.Add(result.Items, video => video.CategoryId, video => video.UploaderEmail);
        return result;
    }

    private ApiCall ListCall(PolyvVideoFilter filter) =>
        new("get-by-uploader", HttpMethod.Get, $"v2/video/{Uri.EscapeDataString(_userId)}/get-by-uploader")
        {
            Target = filter.Target,
            Parameters = filter.ToParameters(),
        };
}
