using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Hosting;
using VideoPlatforms.Sandbox.Http;
using VideoPlatforms.Sandbox.Polyv;

namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>Simulates Polyv Live: the playbacks and the videos on demand of the account.</summary>
public sealed class PolyvLiveSandbox : PlatformSandbox
{
    private const int DefaultPageSize = 20;
    private const int LargestPageSize = 1000;

    private static readonly TimeSpan TimestampLife = TimeSpan.FromMinutes(3);

    private readonly Store<PolyvLiveSandboxVideo> _playbacks;
    private readonly Store<PolyvLiveSandboxVideo> _vods;
    private readonly string _appSecret = "polyv-live-secret-0815";

    internal PolyvLiveSandbox(SandboxHost host)
        : base(host, "PolyvLive")
    {
        var vodCount = host.VideoCount / 3;
        var timeline = new Timeline(host.VideoCount);
        var vodTimeline = new Timeline(vodCount);
        _playbacks = new(host.VideoCount, index => PolyvLiveData.CreatePlayback(index, timeline[index], host.Media.RootUri));
        _vods = new(vodCount, index => PolyvLiveData.CreateVod(index, vodTimeline[index], host.Media.RootUri));
        Routes = [new("GET", "/live/v3/user/playback/list", List)];
    }

    /// <summary>Gets the application ID of the account.</summary>
    public string AppId { get; } = "sandbox-app";

    /// <summary>Gets a snapshot of the list <c>playback</c>, newest first.</summary>
    public IReadOnlyList<PolyvLiveSandboxVideo> Videos => _playbacks.Items;

    /// <summary>Gets a snapshot of the list <c>vod</c>, newest first. It contains a third as many items.</summary>
    public IReadOnlyList<PolyvLiveSandboxVideo> VodVideos => _vods.Items;

    /// <summary>
    /// Gets or sets a value indicating whether every valid request fails with the documented code 500, whose message is not
    /// documented.
    /// </summary>
    public bool FailQueries { get; set; }

    /// <inheritdoc/>
    public override string ListPath => "playback/list";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids => [.. Videos.Select(video => video.VideoId)];

    internal override IReadOnlyList<Route> Routes { get; }

    internal override IReadOnlyList<string> SecretNames => ["sign"];

    /// <summary>Gets the application's secret.</summary>
    /// <returns>The secret that is prepended and appended to the signed text.</returns>
    public string GetAppSecret() => _appSecret;

    /// <inheritdoc/>
    public override string GetSecret() => GetAppSecret();

    /// <inheritdoc/>
    public override void ShiftList(int count)
    {
        _playbacks.Shift(count);
        _vods.Shift(count);
    }

    /// <inheritdoc/>
    public override void Remove(params string[] ids)
    {
        _playbacks.Remove(video => ids.Contains(video.VideoId));
        _vods.Remove(video => ids.Contains(video.VideoId));
    }

    internal override void Reset()
    {
        base.Reset();
        _playbacks.Reset();
        _vods.Reset();
        FailQueries = false;
    }

    private SandboxResponse List(SandboxRequest request)
    {
        if (Refuse(request) is { } refusal)
        {
            return PolyvEnvelope.Failure(refusal.Code, refusal.Message, HttpStatus(refusal.Code));
        }

        if (FailQueries)
        {
            return PolyvEnvelope.Failure(500, "", HttpStatus(500));
        }

        var found = request.Value("listType") == "vod" ? VodVideos : Videos;
        var number = Math.Max(request.Number("page") ?? 1, 1);
        var size = request.Number("pageSize") ?? DefaultPageSize;
        return Success(new Page<PolyvLiveSandboxVideo>(found, Sort(found, request.Value("order")), number, size, request.Fault));
    }

    /// <summary>Returns why the request is rejected; null if it is valid. Each check depends on the previous ones.</summary>
    private (int Code, string Message)? Refuse(SandboxRequest request)
    {
        if (request.Value("appId").Length == 0)
        {
            return (400, "appId is required.");
        }

        if (request.Value("appId") != AppId)
        {
            return (400, "application not found.");
        }

        if (request.Value("timestamp") is not { Length: 13 } text
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
            || Math.Abs(timestamp - Host.Clock.Now.ToUnixTimeMilliseconds()) > TimestampLife.TotalMilliseconds)
        {
            return (400, "invalid timestamp.");
        }

        if (request.Value("sign") != PolyvLiveSignature.Of(request.Query, _appSecret))
        {
            return (403, "invalid signature.");
        }

        return request.Value("pageSize").Length > 0 && request.Number("pageSize") is not (>= 1 and <= LargestPageSize)
            ? (403, "number range error")
            : null;
    }

    private static IEnumerable<PolyvLiveSandboxVideo> Sort(IReadOnlyList<PolyvLiveSandboxVideo> found, string order) => order switch
    {
        "time" => found.OrderBy(video => video.CreatedTime),
        "rank" => found.OrderBy(video => video.Rank),
        "rankDesc" => found.OrderByDescending(video => video.Rank),
        _ => found,
    };

    private SandboxResponse Success(Page<PolyvLiveSandboxVideo> page) => PolyvEnvelope.Success("", json =>
    {
        json.WriteNumber("pageSize", page.Size);
        json.WriteNumber("pageNumber", page.Number);
        json.WriteNumber("totalItems", page.Total);
        json.WriteStartArray("contents");
        foreach (var video in page.Items)
        {
            Write(json, video);
        }

        json.WriteEndArray();
        var last = page.Number >= page.TotalPages;
        json.WriteNumber("startRow", page.Offset + 1);
        json.WriteBoolean("firstPage", page.Number == 1);
        json.WriteBoolean("lastPage", last);
        json.WriteNumber("prePageNumber", Math.Max(page.Number - 1, 1));
        json.WriteNumber("totalPages", page.TotalPages);
        json.WriteNumber("endRow", page.Offset + page.Items.Count);
        json.WriteNumber("nextPageNumber", last ? page.Number : page.Number + 1);
        json.WriteNumber("limit", page.Items.Count);
        json.WriteNumber("offset", page.Offset);
    });

    private void Write(Utf8JsonWriter json, PolyvLiveSandboxVideo video)
    {
        // The sample and the field table of the document spell two names differently; half of the rows use each spelling.
        var asInSample = video.CreatedTime % 2 == 0;

        json.WriteStartObject();
        json.WriteString("videoId", video.VideoId);
        json.WriteString("videoPoolId", video.VideoPoolId);
        json.WriteString("userId", video.UserId);
        json.WriteNumber("channelId", video.ChannelId);
        json.WriteString("title", video.Title);
        json.WriteString("firstImage", Host.Media.Named(video.FirstImage));
        json.WriteString("duration", video.Duration);
        json.WriteString("myBr", video.MyBr);
        json.WriteString("qid", video.Qid);
        json.WriteNumber("seed", video.Seed);
        json.WriteNumber("ordertime", video.Ordertime);
        json.WriteNumber("createdTime", video.CreatedTime);
        json.WriteNumber("lastModified", video.LastModified);
        json.WriteNumber("rank", video.Rank);
        json.WriteString("asDefault", video.AsDefault);
        json.WriteString("url", Host.Media.Named(video.Url));
        json.WriteString("channelSessionId", video.ChannelSessionId);
        json.WriteString("status", video.Status);
        json.WriteString("fileId", video.FileId);
        json.WriteString("startTime", video.StartTime);
        json.WriteString("liveType", video.LiveType);
        json.WriteNumberOrNull("errorCount", video.ErrorCount);
        json.WriteString(asInSample ? "mergeinfo" : "mergeInfo", video.Mergeinfo);
        json.WriteString("watchUrl", video.WatchUrl);
        json.WriteNumberOrNull("width", video.Width);
        json.WriteNumberOrNull("height", video.Height);
        json.WriteString("origin", video.Origin);
        json.WriteString("callbackUrl", video.CallbackUrl);
        json.WriteString("lang", video.Lang);
        json.WriteString("videoIdEN", video.VideoIdEN);
        json.WriteString(asInSample ? "fileUrl" : "fileUr1", Host.Media.Named(video.FileUrl));
        json.WriteString("enFileUrl", Host.Media.Named(video.EnFileUrl));
        json.WriteEndObject();
    }
}
