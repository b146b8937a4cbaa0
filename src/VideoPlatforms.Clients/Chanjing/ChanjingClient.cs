using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Provides the calls of Chanjing (document 000).</summary>
public sealed class ChanjingClient : PlatformClient
{
    private readonly TokenCache _tokens;
    private readonly string _appId;
    private readonly Secret? _secretKey;

    /// <summary>Initializes a client that requests and renews its token automatically. No request is sent.</summary>
    /// <param name="appId">The ID of the application.</param>
    /// <param name="secretKey">The secret key of the application.</param>
    /// <param name="options">The connection options.</param>
    /// <exception cref="ArgumentException">The ID is empty or white space.</exception>
    public ChanjingClient(string appId, SecureString secretKey, ConnectionOptions? options = null)
        : this(InputRules.NotWhiteSpace.Check(appId, nameof(appId))!, new Secret(secretKey), new TokenCache(null, ChanjingErrors.TokenRejected), options ?? new()) =>
        _tokens.Fetch = FetchTokenAsync;

    /// <summary>Initializes a client that uses an existing token and cannot renew it. No request is sent.</summary>
    /// <param name="accessToken">The token.</param>
    /// <param name="options">The connection options.</param>
    /// <exception cref="ArgumentException">The token cannot be sent in a header.</exception>
    public ChanjingClient(SecureString accessToken, ConnectionOptions? options = null)
        : this("access token", null, new TokenCache(new(InHeader(new(accessToken)), null), ChanjingErrors.TokenRejected), options ?? new())
    {
    }

    private ChanjingClient(string appId, Secret? secretKey, TokenCache tokens, ConnectionOptions options)
        : base(new ChanjingProtocol(appId, secretKey, tokens), new SessionClock(), options)
    {
        _appId = appId;
        _secretKey = secretKey;
        _tokens = tokens;
        _tokens.UtcNow = options.UtcNow;
    }

    /// <summary>Gets the videos of the account (<c>video_list</c>).</summary>
    /// <returns>Batches in the order of the list.</returns>
    /// <exception cref="PlatformException">A page could not be read. The batches before it are valid.</exception>
    public IAsyncEnumerable<Batch<ChanjingVideo>> ListVideosAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var pages = new PageSource<ChanjingVideo>(
            (number, size, token) => FetchPageAsync(number, size, observer, token),
            video => video.Id,
            what => Connection.Unexpected(ListCall, what));
        return new PageStream<ChanjingVideo>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListVideosAsync(options, observer, cancellationToken), cancellationToken);

    /// <summary>Gets an individual video (<c>video</c>) with its subtitles and duration.</summary>
    /// <exception cref="PlatformException">The video does not exist or could not be read.</exception>
    public async Task<ChanjingVideo> GetVideoAsync(string id, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var call = new ApiCall("video", HttpMethod.Get, "open/v1/video") { Target = id, Parameters = new() { { "id", id } } };
        var response = await Connection.SendAsync(call, ChanjingJson.Default.ChanjingVideoResponse, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { Id: not null } record
            ? new(record, Session)
            : throw Connection.Unexpected(call, Messages.ResponseWithoutVideo, response);
    }

    /// <summary>Finds an individual video (<c>video</c>); null if the server rejects the ID.</summary>
    /// <exception cref="PlatformException">It could not be read.</exception>
    internal async Task<ChanjingVideo?> FindVideoAsync(string id, ICallObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            return await GetVideoAsync(id, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (failure.Kind == ChanjingErrors.ParameterRejected)
        {
            // The call has no other parameter.
            return null;
        }
    }

    private static Secret InHeader(Secret accessToken) =>
        InputRules.HeaderText.Allows(accessToken.Reveal()) ? accessToken : throw new ArgumentException(InputRules.HeaderText.Sentence, nameof(accessToken));

    private static ApiCall ListCall => new("video_list", HttpMethod.Post, "open/v1/video_list");

    private async Task<Page<ChanjingVideo>> FetchPageAsync(long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall;
        call.Parameters.Add("page", number);
        call.Parameters.Add("page_size", size);
        var response = await Connection.SendAsync(call, ChanjingJson.Default.ChanjingVideoListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        var info = page.PageInfo ?? page.LowerPageInfo;
        var list = RequireList(page.List ?? page.LowerList, info?.TotalCount, call, response);
        return new([.. from record in list where record is not null select new ChanjingVideo(record, Session)])
        {
            Number = info?.Page,
            Size = info?.Size,
            Total = info?.TotalCount,
        };
    }

    private async Task<Token> FetchTokenAsync(ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall("access_token", HttpMethod.Post, "open/v1/access_token")
        {
            IsAnonymous = true,
            Target = _appId,
            Parameters = new() { { "app_id", _appId }, { "secret_key", _secretKey!.Reveal() } },
        };
        var response = await Connection.SendAsync(call, ChanjingJson.Default.ChanjingTokenResponse, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { AccessToken: { Length: > 0 } token } record
            ? new(new Secret(token), ExpiryOf(record.ExpireIn))
            : throw Connection.Unexpected(call, Messages.ResponseWithoutToken, response);
    }

    // The document specifies a point in time. A value in the past is a number of seconds.
    private DateTimeOffset? ExpiryOf(long? expireIn)
    {
        var now = _tokens.UtcNow();
        return expireIn < now.ToUnixTimeSeconds() ? now.AddSeconds(Math.Max(0, expireIn.Value)) : ValueParser.FromSeconds(expireIn);
    }
}
