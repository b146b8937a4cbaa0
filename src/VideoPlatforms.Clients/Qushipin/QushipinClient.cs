using System.Globalization;
using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>The thirteen calls of a Qushipin App Server (document 003).</summary>
public sealed partial class QushipinClient : PlatformClient
{
    // The response does not say; the public servers give 30 days.
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(30);

    private readonly TokenCache _tokens;
    private readonly string _userName;
    private readonly Secret? _password;
    private readonly TimeZoneInfo _timeZone;

    /// <summary>Makes a client that logs in, and in again, by itself; nothing is sent yet.</summary>
    /// <param name="userName">Who logs in.</param>
    /// <param name="password">The password.</param>
    /// <param name="timeZone">The server's time zone; null for China Standard Time.</param>
    /// <param name="options">How the server is reached; its base address must be given.</param>
    /// <exception cref="ArgumentException">A blank name, or no base address.</exception>
    public QushipinClient(string userName, SecureString password, TimeZoneInfo? timeZone, ConnectionOptions options)
        : this(InputRules.NotWhiteSpace.Check(userName, nameof(userName))!, new Secret(password), new TokenCache(null, QushipinErrors.NotLoggedIn), timeZone, options) =>
        _tokens.Fetch = LogInAsync;

    /// <summary>Makes a client that uses a token from elsewhere, and cannot renew it.</summary>
    /// <param name="consoleToken">The token.</param>
    /// <param name="timeZone">The server's time zone; null for China Standard Time.</param>
    /// <param name="options">How the server is reached; its base address must be given.</param>
    /// <exception cref="ArgumentException">No base address.</exception>
    public QushipinClient(SecureString consoleToken, TimeZoneInfo? timeZone, ConnectionOptions options)
        : this("console token", null, new TokenCache(new(new Secret(consoleToken), null), QushipinErrors.NotLoggedIn), timeZone, options)
    {
    }

    private QushipinClient(string userName, Secret? password, TokenCache tokens, TimeZoneInfo? timeZone, ConnectionOptions options)
        : base(new QushipinProtocol(userName, password, tokens), new SessionClock(), options)
    {
        _userName = userName;
        _password = password;
        _tokens = tokens;
        _tokens.UtcNow = options.UtcNow;
        _timeZone = timeZone ?? QushipinTime.China;
    }

    /// <summary>Ends the session on the server (<c>signOut</c>): the document asks for name and password, the server for the token; what there is, is sent.</summary>
    public override async Task SignOutAsync(ICallObserver observer, CancellationToken cancellationToken = default)
    {
        if (_tokens.Current is { } token)
        {
            var call = new ApiCall("signOut", HttpMethod.Post, "console/user/signOut")
            {
                IsAnonymous = true,
                IsBestEffort = true,
                Semantics = CallSemantics.Idempotent,
                Parameters = new()
                {
                    { "userName", _password is null ? null : _userName },
                    { "password", _password?.Reveal() },
                    { "consoleToken", token.Reveal() },
                },
            };
            await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads videos (<c>getVideos</c>).</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; what came before it stays good.</exception>
    public IAsyncEnumerable<Batch<QushipinVideo>> ListVideosAsync(
        QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        ListAsync("getVideos", filter, options, observer, cancellationToken);

    /// <summary>Reads recommended videos (<c>getRecommendVideos</c>).</summary>
    /// <returns>Batches in the list's order.</returns>
    /// <exception cref="PlatformException">A page could not be read; what came before it stays good.</exception>
    public IAsyncEnumerable<Batch<QushipinVideo>> ListRecommendationsAsync(
        QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        ListAsync("getRecommendVideos", filter, options, observer, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Batch<PlatformVideo>> ListAsync(ListOptions options, ICallObserver observer, CancellationToken cancellationToken = default) =>
        AsPlatformVideosAsync(ListVideosAsync(new(), options, observer, cancellationToken), cancellationToken);

    /// <summary>Reads one video (<c>getVideoById</c>).</summary>
    /// <exception cref="PlatformException">There is none of that id, or it could not be read.</exception>
    public async Task<QushipinVideo> GetVideoAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var call = ById("getVideoById", videoId);
        try
        {
            return await ReadAsync(call, QushipinErrors.VideoNotFound, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (failure.Kind == QushipinErrors.BusinessError)
        {
            // The servers say no more than that about an id that they don't know.
            throw Connection.Fail(QushipinErrors.VideoNotFound, call, failure);
        }
    }

    /// <summary>Reads one recommended video (<c>getRecommendVideoById</c>).</summary>
    /// <exception cref="PlatformException">There is none of that id, or it could not be read.</exception>
    public Task<QushipinVideo> GetRecommendationAsync(string videoId, ICallObserver observer, CancellationToken cancellationToken = default) =>
        ReadAsync(ById("getRecommendVideoById", videoId), QushipinErrors.RecommendationNotFound, observer, cancellationToken);

    /// <summary>Starts a transcoding (<c>submitTranscode</c>), or a narrowband one (<c>submitTabTranscode</c>).</summary>
    /// <exception cref="PlatformException">The server refused it, or nobody knows whether it took it.</exception>
    public Task<VideoOperationResult> StartTranscodeAsync(string videoId, bool narrowband, ICallObserver observer, CancellationToken cancellationToken = default) =>
        WriteAsync(narrowband ? "submitTabTranscode" : "submitTranscode", HttpMethod.Get, CallSemantics.NonIdempotent, videoId, new() { { "mediaId", videoId } }, observer, cancellationToken);

    /// <summary>Reviews a video by hand (<c>createAudit</c>).</summary>
    /// <exception cref="PlatformException">The server refused it, or nobody knows whether it took it.</exception>
    public Task<VideoOperationResult> AuditAsync(string videoId, QushipinAudit audit, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var parameters = new ApiParameters
        {
            { "mediaId", videoId },
            { "status", audit.Status.ToString() },
            { "reason", audit.Reason },
            { "comment", audit.Comment },
        };
        return WriteAsync("createAudit", HttpMethod.Get, CallSemantics.Idempotent, videoId, parameters, observer, cancellationToken);
    }

    /// <summary>Recommends a video (<c>recommendVideo</c>).</summary>
    /// <exception cref="PlatformException">The server refused it, or nobody knows whether it took it.</exception>
    public Task<VideoOperationResult> RecommendAsync(QushipinRecommendation recommendation, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var parameters = new ApiParameters
        {
            { "title", recommendation.Title },
            { "videoId", recommendation.VideoId },
            { "userId", recommendation.UserId },
            { "description", recommendation.Description },
            { "duration", recommendation.Duration?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) },
            { "coverUrl", recommendation.CoverUrl },
            { "size", recommendation.Size },
            { "tags", recommendation.Tags is null ? null : string.Join(",", recommendation.Tags) },
            { "cateId", recommendation.CategoryId },
            { "cateName", recommendation.CategoryName },
            { "firstFrameUrl", recommendation.FirstFrameUrl },
            { "transcodeStatus", recommendation.TranscodeStatus },
            { "snapshotStatus", recommendation.SnapshotStatus },
            { "censorStatus", recommendation.CensorStatus },
            { "isNarrow", Word(recommendation.Narrowband) },
            { "isCache", Word(recommendation.Preheat) },
        };
        return WriteAsync("recommendVideo", HttpMethod.Post, CallSemantics.NonIdempotent, recommendation.VideoId, parameters, observer, cancellationToken);
    }

    /// <summary>Puts objects into the cache (<c>pushObjectCache</c>), all in one call.</summary>
    /// <param name="addresses">Their addresses, such as <c>example.com/image/1.png</c>.</param>
    /// <param name="observer">Hears of waits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PlatformException">The server refused them, or nobody knows whether it took them.</exception>
    public async Task<IReadOnlyList<VideoOperationResult>> PushCacheAsync(IReadOnlyList<string> addresses, ICallObserver observer, CancellationToken cancellationToken = default)
    {
        var call = new ApiCall("pushObjectCache", HttpMethod.Post, "console/vod/pushObjectCache")
        {
            Semantics = CallSemantics.Idempotent,
            Target = addresses.Count == 1 ? addresses[0] : Messages.ManyAddresses.With(addresses.Count, addresses[0]),
            Parameters = new() { { "objectPath", string.Join("\n", addresses) } },
        };
        var response = await SendAsync(call, observer, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Select(address => Result(call, address, response))];
    }

    private static ApiCall ById(string name, string videoId) =>
        new(name, HttpMethod.Get, "console/vod/" + name) { Target = videoId, Parameters = new() { { "videoId", videoId } } };

    private static string? Word(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => null,
    };

    private VideoOperationResult Result(ApiCall call, string target, QushipinResponse response) =>
        new(Platform.Qushipin, call.Name, target, response.Message, response.RequestId, Session);

    private QushipinVideo Video(QushipinVideoRecord record) => new(record, _timeZone, Session);

    private async Task<QushipinVideo> ReadAsync(ApiCall call, ErrorKind notFound, ICallObserver observer, CancellationToken cancellationToken)
    {
        var response = await SendByIdAsync(call, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { } record ? Video(record) : throw Connection.Fail(notFound, call, response);
    }

    private Task<QushipinVideoResponse> SendByIdAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        Connection.SendAsync(call, QushipinJson.Default.QushipinVideoResponse, observer, cancellationToken);

    private Task<QushipinResponse> SendAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        Connection.SendAsync(call, QushipinJson.Default.QushipinResponse, observer, cancellationToken);

    private async Task<VideoOperationResult> WriteAsync(
        string name, HttpMethod method, CallSemantics safety, string target, ApiParameters parameters, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall(name, method, "console/vod/" + name) { Semantics = safety, Target = target, Parameters = parameters };
        return Result(call, target, await SendAsync(call, observer, cancellationToken).ConfigureAwait(false));
    }

    private IAsyncEnumerable<Batch<QushipinVideo>> ListAsync(
        string name, QushipinVideoFilter filter, ListOptions options, ICallObserver observer, CancellationToken cancellationToken)
    {
        long? kept = null;
        var pages = new PageSource<QushipinVideo>(
            async (number, size, token) =>
            {
                var page = await FetchPageAsync(name, filter, number, size, observer, token).ConfigureAwait(false);

                // The first page comes alone, so this is found out once.
                kept ??= await SizeKeptAsync(page, number, size, first => FetchPageAsync(name, filter, first, size, observer, token)).ConfigureAwait(false);
                QushipinVideo[] videos = [.. from record in page.Items where record is not null select Video(record)];
                Seen.Note(videos, _ => null, video => video.UserId);
                return new(videos) { Size = kept, Total = page.Total };
            },
            video => video.VideoId,
            what => Connection.Unexpected(ListCall(name, filter), what));
        return new PageStream<QushipinVideo>(pages, options, observer).ReadAsync(cancellationToken);
    }

    /// <summary>
    /// How many videos the server's pages hold. It does not say, and may keep them smaller than they are asked for: what is
    /// missing on a page gives that away, and the first page then tells the size.
    /// </summary>
    private static async Task<long> SizeKeptAsync(
        Page<QushipinVideoRecord?> page, long number, int size, Func<long, Task<Page<QushipinVideoRecord?>>> fetch)
    {
        if (page.Total is not { } total || page.Items.Count == Math.Max(0, Math.Min(size, total - ((number - 1) * size))))
        {
            return size;
        }

        var first = number == 1 ? page : await fetch(1).ConfigureAwait(false);
        return first.Items.Count > 0 && first.Items.Count < Math.Min(size, first.Total ?? 0) ? first.Items.Count : size;
    }

    private async Task<Page<QushipinVideoRecord?>> FetchPageAsync(
        string name, QushipinVideoFilter filter, long number, int size, ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = ListCall(name, filter);
        call.Parameters.Add("pageIndex", number);
        call.Parameters.Add("pageSize", size);
        var response = await Connection.SendAsync(call, QushipinJson.Default.QushipinVideoListResponse, observer, cancellationToken).ConfigureAwait(false);
        var page = response.Data ?? throw Connection.Unexpected(call, Messages.ResponseWithoutList, response);
        var total = page.NowTotal ?? page.Total;
        return new(RequireList(page.VideoList, total, call, response)) { Total = total };
    }

    private ApiCall ListCall(string name, QushipinVideoFilter filter) =>
        new(name, HttpMethod.Get, "console/vod/" + name)
        {
            Target = filter.VideoId,
            Parameters = new()
            {
                { "videoId", filter.VideoId },
                { "userId", filter.UserId },
                { "title", filter.Title },
                { "startTime", QushipinTime.Write(filter.StartTime, _timeZone) },
                { "endTime", QushipinTime.Write(filter.EndTime, _timeZone) },
                { "userName", filter.UserName },
                { "censorStatus", filter.CensorStatus },
            },
        };

    private async Task<Token> LogInAsync(ICallObserver observer, CancellationToken cancellationToken)
    {
        var call = new ApiCall("login", HttpMethod.Post, "console/user/login")
        {
            IsAnonymous = true,
            Target = _userName,
            Parameters = new() { { "userName", _userName }, { "password", _password!.Reveal() } },
        };
        var response = await Connection.SendAsync(call, QushipinJson.Default.QushipinLoginResponse, observer, cancellationToken).ConfigureAwait(false);
        return response.Data is { ConsoleToken: { Length: > 0 } token }
            ? new(new Secret(token), _tokens.UtcNow() + TokenLifetime)
            : throw Connection.Fail(QushipinErrors.LoginWithoutToken, call, response);
    }
}
