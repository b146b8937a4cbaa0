using System.Text.Json;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Simulates Chanjing: tokens, the list of videos, individual videos and their subtitles.</summary>
public sealed class ChanjingSandbox : PlatformSandbox
{
    private const int DefaultPageSize = 10;

    private static readonly TimeSpan DefaultTokenLifetime = TimeSpan.FromDays(1);

    private readonly Store<ChanjingSandboxVideo> _videos;
    private readonly Processing<ChanjingSandboxVideo> _processing;
    private readonly TokenStore _tokens;
    private readonly SlidingWindowLimiter _gate = new();
    private readonly string _secretKey = "chanjing-secret+key/2024=";
    private int _tokenRequests;

    internal ChanjingSandbox(SandboxHost host)
        : base(host, "Chanjing", "api")
    {
        var timeline = new Timeline(host.VideoCount);
        _videos = new(host.VideoCount, index => ChanjingData.Create(index, timeline[index], host.Media.RootUri));
        host.Media.AddDocuments(Subtitles);
        _processing = new(
            _videos,
            host.Clock,
            video => video.Id,
            video => video.Status == ChanjingData.InProgress,
            ChanjingData.Start,
            (video, failed) => ChanjingData.Finish(video, failed, host.Media.RootUri));
        _tokens = new(host.Clock);
        Routes =
        [
            new("POST", "/api/open/v1/access_token", IssueToken),
            new("POST", "/api/open/v1/video_list", Guard(List)),
            new("GET", "/api/open/v1/video", Guard(Detail)),
        ];
    }

    /// <summary>Gets the application ID of the account.</summary>
    public string AppId { get; } = "sandbox-chanjing-app";

    /// <summary>Gets a snapshot of the videos, newest first.</summary>
    public IReadOnlyList<ChanjingSandboxVideo> Videos => _videos.Items;

    /// <summary>Gets the number of token requests.</summary>
    public int TokenRequests => Volatile.Read(ref _tokenRequests);

    /// <summary>Gets or sets the lifetime of a token by the server's clock.</summary>
    public TimeSpan TokenLifetime { get; set; } = DefaultTokenLifetime;

    /// <summary>Gets or sets a value indicating whether <c>expire_in</c> is a number of seconds instead of a point in time.</summary>
    public bool ExpireInAsDuration { get; set; }

    /// <summary>Gets or sets the code for a rejected token: 10400 or 10401.</summary>
    public int TokenErrorCode { get; set; } = ChanjingResponse.BadToken;

    /// <summary>Gets or sets the maximum number of requests per second; 0 for no limit.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>Gets or sets the maximum page size, regardless of the requested size.</summary>
    public int PageSizeLimit { get; set; } = int.MaxValue;

    /// <summary>
    /// Gets or sets a value indicating whether the list uses the names <c>list</c> and <c>page_info</c>, like other lists of this
    /// vendor.
    /// </summary>
    public bool LowerCaseLists { get; set; }

    /// <summary>Gets or sets a value indicating whether every valid request fails with the documented code 50000.</summary>
    public bool FailQueries { get; set; }

    /// <inheritdoc/>
    public override string ListPath => "video_list";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids => [.. Videos.Select(video => video.Id)];

    internal override IReadOnlyList<Route> Routes { get; }

    internal override IReadOnlyList<string> SecretNames => ["access_token", "secret_key"];

    private protected override IProcessing Processing => _processing;

    /// <summary>Gets the application's secret key.</summary>
    /// <returns>The key that token requests must contain.</returns>
    public string GetSecretKey() => _secretKey;

    /// <summary>Gets a token for sessions with an existing token.</summary>
    /// <returns>A valid token.</returns>
    public string GetAccessToken() => Issue().Token;

    /// <summary>Revokes all issued tokens.</summary>
    public void RevokeTokens() => _tokens.RevokeAll();

    /// <inheritdoc/>
    public override string GetSecret() => GetSecretKey();

    /// <inheritdoc/>
    public override void ShiftList(int count) => _videos.Shift(count);

    /// <inheritdoc/>
    public override void Remove(params string[] ids) => _processing.Remove(ids);

    internal override void Reset()
    {
        base.Reset();
        _videos.Reset();
        _tokens.RevokeAll();
        Interlocked.Exchange(ref _tokenRequests, 0);
        TokenLifetime = DefaultTokenLifetime;
        ExpireInAsDuration = false;
        TokenErrorCode = ChanjingResponse.BadToken;
        RequestsPerSecond = 0;
        PageSizeLimit = int.MaxValue;
        LowerCaseLists = false;
        FailQueries = false;
    }

    private SandboxResponse IssueToken(SandboxRequest request)
    {
        Interlocked.Increment(ref _tokenRequests);
        if (request.Json is not { } body)
        {
            return Failure(ChanjingResponse.BadFormat, "传入参数格式错误");
        }

        if (!TryReadText(body, "app_id", out var appId) || !TryReadText(body, "secret_key", out var secret))
        {
            return Failure(ChanjingResponse.BadParameter, "参数错误");
        }

        if (appId != AppId || secret != _secretKey)
        {
            return Failure(ChanjingResponse.BadToken, "APP状态错误");
        }

        var (token, end) = Issue();
        return ChanjingResponse.Success(json =>
        {
            json.WriteString("access_token", token);
            json.WriteNumber("expire_in", ExpireInAsDuration ? (long)TokenLifetime.TotalSeconds : end.ToUnixTimeSeconds());
        });
    }

    // The token has the same form as in the document and contains characters of Base64.
    private (string Token, DateTimeOffset End) Issue()
        => _tokens.Issue(TokenLifetime, number => $"NPS+{Digest.Sha1($"chanjing/token/{number}")}/{number}==");

    /// <summary>Adds the checks that are common to all calls with a token.</summary>
    private Func<SandboxRequest, SandboxResponse> Guard(Func<SandboxRequest, SandboxResponse> response) => request =>
    {
        if (RequestsPerSecond > 0 && !_gate.TryAcquire(RequestsPerSecond))
        {
            return Failure(ChanjingResponse.TooManyRequests, "too many requests a second");
        }

        if (!_tokens.IsAlive(request.Header("access_token")))
        {
            return Failure(TokenErrorCode, "AccessToken验证失败");
        }

        return FailQueries ? Failure(ChanjingResponse.InternalError, "系统内部错误") : response(request);
    };

    private SandboxResponse List(SandboxRequest request)
    {
        if (request.Json is not { } body
            || !TryReadNumber(body, "page", 1, out var number)
            || !TryReadNumber(body, "page_size", DefaultPageSize, out var size))
        {
            return Failure(ChanjingResponse.BadFormat, "传入参数格式错误");
        }

        if (number < 1 || size < 1)
        {
            return Failure(ChanjingResponse.BadParameter, "参数错误");
        }

        var all = Videos;
        var page = new Page<ChanjingSandboxVideo>(all, all, number, Math.Min(size, PageSizeLimit), request.Fault);
        return ChanjingResponse.Success(json => WriteList(json, page));
    }

    private SandboxResponse Detail(SandboxRequest request)
    {
        var id = request.Value("id");
        if (Videos.FirstOrDefault(video => video.Id == id) is not { } video)
        {
            return Failure(ChanjingResponse.BadParameter, "参数错误");
        }

        return ChanjingResponse.Success(json =>
        {
            WriteFields(json, video);
            json.WriteString("subtitle_data_url", Host.Media.Named(video.SubtitleDataUrl));
            json.WriteNumberOrNull("duration", video.Duration);
        });
    }

    private ResponseBody? Subtitles(string path)
        => Videos.FirstOrDefault(video => video.SubtitleDataUrl.EndsWith(path, StringComparison.Ordinal)) is { } video
            ? ChanjingSubtitles.Of(video).Body
            : null;

    private static bool TryReadText(JsonElement body, string name, out string text)
    {
        text = body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return text.Length > 0;
    }

    private static bool TryReadNumber(JsonElement body, string name, int usual, out int number)
    {
        number = usual;
        return !body.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number));
    }

    private SandboxResponse Failure(int code, string msg) => ChanjingResponse.Failure(code, msg, HttpStatus(code));

    private void WriteList(Utf8JsonWriter json, Page<ChanjingSandboxVideo> page)
    {
        json.WriteStartArray(LowerCaseLists ? "list" : "List");
        foreach (var video in page.Items)
        {
            json.WriteStartObject();
            WriteFields(json, video);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject(LowerCaseLists ? "page_info" : "PageInfo");
        json.WriteNumber("page", page.Number);
        json.WriteNumber("size", page.Size);
        json.WriteNumber("total_count", page.Total);
        json.WriteNumber("total_page", page.TotalPages);
        json.WriteEndObject();
    }

    private void WriteFields(Utf8JsonWriter json, ChanjingSandboxVideo video)
    {
        json.WriteString("id", video.Id);
        json.WriteNumber("status", video.Status);
        json.WriteNumber("progress", video.Progress);
        json.WriteString("msg", video.Msg);
        json.WriteString("video_url", Host.Media.Named(video.VideoUrl));
        json.WriteNumber("create_time", video.CreateTime);
        json.WriteString("preview_url", Host.Media.Named(video.PreviewUrl));
    }
}
