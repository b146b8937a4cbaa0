using System.Globalization;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Simulates the Qushipin App Server: login, videos, recommendations, reviews, transcoding and the cache.</summary>
public sealed class QushipinSandbox : PlatformSandbox
{
    private static readonly TimeSpan DefaultTokenLifetime = TimeSpan.FromDays(30);

    private readonly Store<QushipinSandboxVideo> _videos;
    private readonly Store<QushipinSandboxRecommendation> _recommendations;
    private readonly Processing<QushipinSandboxVideo> _transcodes;
    private readonly Processing<QushipinSandboxVideo> _narrowTranscodes;
    private readonly TokenStore _tokens;
    private readonly List<string> _pushedUrls = [];
    private readonly string _password = "P@ss w+rd/4711&=%";
    private int _loginRequests;

    internal QushipinSandbox(SandboxHost host)
        : base(host, "Qushipin")
    {
        const int VideosPerRecommendation = 5;
        var timeline = new Timeline(host.VideoCount);
        _videos = new(host.VideoCount, index => QushipinData.CreateVideo(index, timeline[index], host.Media.RootUri));
        _recommendations = new(host.VideoCount / VideosPerRecommendation, index =>
        {
            var original = index * VideosPerRecommendation;
            return new() { Video = QushipinData.CreateVideo(original, timeline[original], host.Media.RootUri) };
        });
        _transcodes = new(_videos, host.Clock, video => video.VideoId, video => video.TranscodeStatus == QushipinData.OnTranscode, QushipinData.Start, QushipinData.Finish);
        _narrowTranscodes = new(
            _videos,
            host.Clock,
            video => video.VideoId,
            video => video.NarrowTranscodeStatus == QushipinData.OnTranscode,
            video => video with { NarrowTranscodeStatus = QushipinData.OnTranscode },
            (video, failed) => video with { NarrowTranscodeStatus = failed ? "fail" : "success" });
        _tokens = new(host.Clock);

        var ofVideos = new QushipinVideoCalls(this, _videos, _transcodes, _narrowTranscodes, host.Media);
        var ofRecommendations = new QushipinRecommendationCalls(this, _recommendations, host);
        Routes =
        [
            new("POST", "/console/user/login", Login),
            new("POST", "/console/user/signOut", SignOut),
            new("GET", "/console/vod/getVideos", Guard(ofVideos.GetVideos)),
            new("GET", "/console/vod/getVideoById", Guard(ofVideos.GetVideoById)),
            new("GET, POST", "/console/vod/submitTranscode", Guard(HonourPostOnly(ofVideos.SubmitTranscode))),
            new("GET, POST", "/console/vod/submitTabTranscode", Guard(HonourPostOnly(ofVideos.SubmitTabTranscode))),
            new("GET, POST", "/console/vod/createAudit", Guard(HonourPostOnly(ofVideos.CreateAudit))),
            new("POST", "/console/vod/deleteVideoById", Guard(ofVideos.DeleteVideoById)),
            new("GET", "/console/vod/getRecommendVideos", Guard(ofRecommendations.GetRecommendVideos)),
            new("GET", "/console/vod/getRecommendVideoById", Guard(ofRecommendations.GetRecommendVideoById)),
            new("POST", "/console/vod/recommendVideo", Guard(ofRecommendations.RecommendVideo)),
            new("POST", "/console/vod/deleteRecommendById", Guard(ofRecommendations.DeleteRecommendById)),
            new("POST", "/console/vod/pushObjectCache", Guard(PushObjectCache)),
        ];
    }

    /// <summary>Gets the user name for the login.</summary>
    public string UserName { get; } = "sandbox-ops";

    /// <summary>Gets a snapshot of the videos, newest first.</summary>
    public IReadOnlyList<QushipinSandboxVideo> Videos => _videos.Items;

    /// <summary>Gets a snapshot of the recommendations, newest first.</summary>
    public IReadOnlyList<QushipinSandboxRecommendation> Recommendations => _recommendations.Items;

    /// <summary>Gets a snapshot of the URLs that were pushed to the cache, in order.</summary>
    public IReadOnlyList<string> PushedUrls
    {
        get
        {
            lock (_pushedUrls)
            {
                return _pushedUrls.ToArray();
            }
        }
    }

    /// <summary>Gets the number of login requests.</summary>
    public int LoginRequests => Volatile.Read(ref _loginRequests);

    /// <summary>Gets or sets the lifetime of a token by the server's clock.</summary>
    public TimeSpan TokenLifetime { get; set; } = DefaultTokenLifetime;

    /// <summary>
    /// Gets or sets a value indicating whether the token is also read from <c>consoletoken</c>, as documented. The real server does
    /// not read it.
    /// </summary>
    public bool AcceptLowerCaseToken { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether GET on submitTranscode, submitTabTranscode and createAudit returns HTTP 405, as on
    /// the real server.
    /// </summary>
    public bool PostOnlyWrites { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether logins succeed without a token, as on the real server when its database is not
    /// available.
    /// </summary>
    public bool LoginWithoutToken { get; set; }

    /// <summary>Gets or sets a value indicating whether every delete call reports success without deleting anything.</summary>
    public bool IgnoreDeletes { get; set; }

    /// <summary>Gets or sets how long a video keeps its status after submitTranscode or submitTabTranscode, as on a busy server.</summary>
    public TimeSpan TranscodeDelay { get; set; }

    /// <summary>Gets or sets the maximum page size, regardless of the requested size.</summary>
    public int PageSizeLimit { get; set; } = int.MaxValue;

    /// <summary>Gets or sets a value indicating whether every call with a token fails with code 500.</summary>
    public bool FailQueries { get; set; }

    /// <inheritdoc/>
    public override string ListPath => "getVideos";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids => [.. Videos.Select(video => video.VideoId)];

    internal override IReadOnlyList<Route> Routes { get; }

    internal override IReadOnlyList<string> SecretNames => ["password", "consoleToken"];

    private protected override IProcessing Processing => _transcodes;

    /// <summary>Gets the password for the login.</summary>
    /// <returns>A password that must be encoded in a form.</returns>
    public string GetPassword() => _password;

    /// <summary>Gets a token for sessions with an existing token.</summary>
    /// <returns>A valid token.</returns>
    public string GetConsoleToken() => IssueToken();

    /// <summary>Revokes all issued tokens.</summary>
    public void RevokeTokens() => _tokens.RevokeAll();

    /// <inheritdoc/>
    public override string GetSecret() => GetPassword();

    /// <inheritdoc/>
    public override void ShiftList(int count)
    {
        _videos.Shift(count);
        _recommendations.Shift(count);
    }

    /// <inheritdoc/>
    public override void Remove(params string[] ids) => _transcodes.Remove(ids);

    internal override void Advance()
    {
        base.Advance();
        _narrowTranscodes.Advance(ProcessingTime, FailEvery);
    }

    internal override void Reset()
    {
        base.Reset();
        _narrowTranscodes.Reset();
        TranscodeDelay = TimeSpan.Zero;
        _videos.Reset();
        _recommendations.Reset();
        _tokens.RevokeAll();
        lock (_pushedUrls)
        {
            _pushedUrls.Clear();
        }

        Interlocked.Exchange(ref _loginRequests, 0);
        TokenLifetime = DefaultTokenLifetime;
        AcceptLowerCaseToken = false;
        PostOnlyWrites = false;
        LoginWithoutToken = false;
        IgnoreDeletes = false;
        PageSizeLimit = int.MaxValue;
        FailQueries = false;
    }

    internal SandboxResponse BusinessError() => QushipinResponse.Failure("500", "业务异常", HttpStatus(500));

    private SandboxResponse Login(SandboxRequest request)
    {
        Interlocked.Increment(ref _loginRequests);
        if (request.Value("userName").Length == 0 || request.Value("password").Length == 0)
        {
            return QushipinResponse.Failure("401", "用户名或密码不能为空!", HttpStatus(401));
        }

        if (request.Value("userName") != UserName || request.Value("password") != _password)
        {
            return QushipinResponse.Failure("401", "用户名,密码错误!", HttpStatus(401));
        }

        var token = LoginWithoutToken ? null : IssueToken();
        return QushipinResponse.Success("登录成功!", json => json.WriteString("consoleToken", token));
    }

    private SandboxResponse SignOut(SandboxRequest request)
    {
        _tokens.Revoke(request.Value("consoleToken"));
        return QushipinResponse.Done("退出完成!");
    }

    // The token of the real server also contains the user's ID and password.
    private string IssueToken()
        => _tokens.Issue(TokenLifetime, number => $"4711_{_password}_{number.ToString(CultureInfo.InvariantCulture)}").Token;

    /// <summary>Adds the checks that are common to all calls for videos.</summary>
    private Func<SandboxRequest, SandboxResponse> Guard(Func<SandboxRequest, SandboxResponse> response) => request =>
    {
        var accepted = _tokens.IsAlive(request.Value("consoleToken"))
            || (AcceptLowerCaseToken && _tokens.IsAlive(request.Value("consoletoken")));
        return !accepted ? QushipinResponse.NotLoggedIn(HttpStatus(403))
            : FailQueries ? BusinessError()
            : response(request);
    };

    /// <summary>
    /// Rejects GET if <see cref="PostOnlyWrites"/> is set. The document specifies GET, but the real server accepts only POST.
    /// </summary>
    private Func<SandboxRequest, SandboxResponse> HonourPostOnly(Func<SandboxRequest, SandboxResponse> response) => request
        => PostOnlyWrites && request.Method != "POST" ? SandboxResponse.MethodNotAllowed("POST") : response(request);

    private SandboxResponse PushObjectCache(SandboxRequest request)
    {
        var urls = request.Value("objectPath").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (urls.Length == 0)
        {
            return BusinessError();
        }

        lock (_pushedUrls)
        {
            _pushedUrls.AddRange(urls);
        }

        return QushipinResponse.Done("预热完成");
    }
}
