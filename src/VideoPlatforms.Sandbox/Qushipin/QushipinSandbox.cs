using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoPlatforms.Sandbox;

/// <summary>Qushipin's App Server: login, videos, recommendations, audits, transcodings and the cache.</summary>
public sealed class QushipinSandbox : PlatformSandbox
{
    private const int LongestReason = 128;

    // Where no video's record number can be.
    private const int FirstRecommendedId = 1_000_000;

    private static readonly TimeSpan UsualTokenLifetime = TimeSpan.FromDays(30);

    private readonly Store<QushipinSandboxVideo> videos;
    private readonly Store<QushipinSandboxRecommendation> recommendations;
    private readonly TokenBook tokens;
    private readonly List<string> pushedUrls = [];
    private readonly string password = "P@ss w+rd/4711&=%";
    private int loginRequests;
    private int recommended;

    internal QushipinSandbox(SandboxHost host)
        : base(host, "Qushipin")
    {
        const int VideosPerRecommendation = 5;
        var timeline = new Timeline(host.VideoCount);
        videos = new(host.VideoCount, index => QushipinData.CreateVideo(index, timeline[index]));
        recommendations = new(host.VideoCount / VideosPerRecommendation, index =>
        {
            var original = index * VideosPerRecommendation;
            return new() { Video = QushipinData.CreateVideo(original, timeline[original]) };
        });
        tokens = new(host.Clock);
        Routes =
        [
            new("POST", "/console/user/login", Login),
            new("POST", "/console/user/signOut", SignOut),
            new("GET", "/console/vod/getVideos", request => Guard(request, GetVideos)),
            new("GET", "/console/vod/getVideoById", request => Guard(request, GetVideoById)),
            new("GET, POST", "/console/vod/submitTranscode", request => Guard(request, SubmitTranscode, documentedAsGet: true)),
            new("GET, POST", "/console/vod/submitTabTranscode", request => Guard(request, SubmitTabTranscode, documentedAsGet: true)),
            new("GET, POST", "/console/vod/createAudit", request => Guard(request, CreateAudit, documentedAsGet: true)),
            new("GET", "/console/vod/getRecommendVideos", request => Guard(request, GetRecommendVideos)),
            new("GET", "/console/vod/getRecommendVideoById", request => Guard(request, GetRecommendVideoById)),
            new("POST", "/console/vod/recommendVideo", request => Guard(request, RecommendVideo)),
            new("POST", "/console/vod/pushObjectCache", request => Guard(request, PushObjectCache)),
            new("POST", "/console/vod/deleteVideoById", request => Guard(request, DeleteVideoById)),
            new("POST", "/console/vod/deleteRecommendById", request => Guard(request, DeleteRecommendById)),
        ];
    }

    /// <summary>The name to log in with.</summary>
    public string UserName { get; } = "sandbox-ops";

    /// <summary>The videos, newest first: a snapshot.</summary>
    public IReadOnlyList<QushipinSandboxVideo> Videos => videos.Items;

    /// <summary>The recommendations, newest first: a snapshot.</summary>
    public IReadOnlyList<QushipinSandboxRecommendation> Recommendations => recommendations.Items;

    /// <summary>The URLs that were pushed into the cache, in order: a snapshot.</summary>
    public IReadOnlyList<string> PushedUrls
    {
        get
        {
            lock (pushedUrls)
            {
                return pushedUrls.ToArray();
            }
        }
    }

    /// <summary>How often somebody tried to log in.</summary>
    public int LoginRequests => Volatile.Read(ref loginRequests);

    /// <summary>How long a token lives, by the server's clock.</summary>
    public TimeSpan TokenLifetime { get; set; } = UsualTokenLifetime;

    /// <summary>Whether the token is also read as <c>consoletoken</c>, as documented; the real server doesn't.</summary>
    public bool AcceptLowerCaseToken { get; set; }

    /// <summary>Whether GET on submitTranscode, submitTabTranscode and createAudit is HTTP 405, as on the real server.</summary>
    public bool PostOnlyWrites { get; set; }

    /// <summary>Whether logins succeed without a token, as when the real server's database is down.</summary>
    public bool LoginWithoutToken { get; set; }

    /// <summary>Whether every delete claims success and does nothing.</summary>
    public bool ClaimDeletes { get; set; }

    /// <summary>The largest page that the server gives, whatever is asked for.</summary>
    public int PageSizeLimit { get; set; } = int.MaxValue;

    /// <summary>Whether every call with a token ends in code 500.</summary>
    public bool FailQueries { get; set; }

    internal override IReadOnlyList<Route> Routes { get; }

    /// <summary>The password to log in with.</summary>
    /// <returns>One that has to be encoded in a form.</returns>
    public string GetPassword() => password;

    /// <summary>A token, for sessions that bring their own.</summary>
    /// <returns>A living one.</returns>
    public string GetConsoleToken() => IssueToken();

    /// <summary>No token issued so far is accepted any more.</summary>
    public void KillTokens() => tokens.KillAll();

    /// <inheritdoc/>
    public override void ShiftList(int count)
    {
        videos.Shift(count);
        recommendations.Shift(count);
    }

    internal override void Reset()
    {
        base.Reset();
        videos.Reset();
        recommendations.Reset();
        tokens.KillAll();
        lock (pushedUrls)
        {
            pushedUrls.Clear();
        }

        Interlocked.Exchange(ref loginRequests, 0);
        Interlocked.Exchange(ref recommended, 0);
        TokenLifetime = UsualTokenLifetime;
        AcceptLowerCaseToken = false;
        PostOnlyWrites = false;
        LoginWithoutToken = false;
        ClaimDeletes = false;
        PageSizeLimit = int.MaxValue;
        FailQueries = false;
    }

    private SandboxAnswer Login(SandboxRequest request)
    {
        Interlocked.Increment(ref loginRequests);
        if (request.Value("userName").Length == 0 || request.Value("password").Length == 0)
        {
            return QushipinAnswer.Failure("401", "用户名或密码不能为空!", HttpStatus(401));
        }

        if (request.Value("userName") != UserName || request.Value("password") != password)
        {
            return QushipinAnswer.Failure("401", "用户名,密码错误!", HttpStatus(401));
        }

        var token = LoginWithoutToken ? null : IssueToken();
        return QushipinAnswer.Success("登录成功!", json => json.WriteString("consoleToken", token));
    }

    private SandboxAnswer SignOut(SandboxRequest request)
    {
        tokens.Kill(request.Value("consoleToken"));
        return QushipinAnswer.Done("退出完成!");
    }

    // The real one's token has the user's id and password in it, too.
    private string IssueToken()
        => tokens.Issue(TokenLifetime, number => $"4711_{password}_{number.ToString(CultureInfo.InvariantCulture)}").Token;

    /// <summary>What stands in front of every call on videos.</summary>
    private SandboxAnswer Guard(SandboxRequest request, Func<SandboxRequest, SandboxAnswer> answer, bool documentedAsGet = false)
    {
        var accepted = tokens.IsAlive(request.Value("consoleToken"))
            || (AcceptLowerCaseToken && tokens.IsAlive(request.Value("consoletoken")));
        if (!accepted)
        {
            return QushipinAnswer.NotLoggedIn(HttpStatus(403));
        }

        if (documentedAsGet && PostOnlyWrites && request.Method == "GET")
        {
            return SandboxAnswer.MethodNotAllowed("POST");
        }

        return FailQueries ? BusinessError() : answer(request);
    }

    private SandboxAnswer GetVideos(SandboxRequest request)
    {
        if (QushipinFilter.From(request) is not { } filter || ReadPage(request) is not { } asked)
        {
            return BusinessError();
        }

        var found = Videos.Where(filter).ToArray();
        var page = new Page<QushipinSandboxVideo>(found, found, asked.Index, asked.Size, request.Fault);
        return QushipinAnswer.Success("", json =>
        {
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("videoList");
            foreach (var video in page.Items)
            {
                json.WriteStartObject();
                QushipinAnswer.WriteFields(json, video);
                QushipinAnswer.WriteList(json, "SnapshotList", video.SnapshotList);
                QushipinAnswer.WriteList(json, "fileUrlList", video.FileUrlList);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private SandboxAnswer GetVideoById(SandboxRequest request)
        => Videos.FirstOrDefault(video => video.VideoId == request.Value("videoId")) is { } video
            ? QushipinAnswer.Success("", json =>
            {
                QushipinAnswer.WriteFields(json, video);
                QushipinAnswer.WriteList(json, "snapshotList", video.SnapshotList);
                QushipinAnswer.WriteList(json, "fileUrilList", video.FileUrlList);
            })
            : BusinessError();

    private SandboxAnswer SubmitTranscode(SandboxRequest request)
        => Change(request, video => video with { TranscodeStatus = "onTranscode" }, "发起非窄带高清转码作业完成!");

    private SandboxAnswer SubmitTabTranscode(SandboxRequest request)
        => Change(request, video => video with { NarrowTranscodeStatus = "onTranscode" }, "发起窄带高清转码作业完成!");

    private SandboxAnswer CreateAudit(SandboxRequest request)
    {
        var reason = request.Value("reason");
        var comment = request.Value("comment");
        return request.Value("status") switch
        {
            "Normal" => Audit("success"),
            "Blocked" when reason.Length > 0 && Encoding.UTF8.GetByteCount(reason) <= LongestReason => Audit("fail"),
            _ => BusinessError(),
        };

        SandboxAnswer Audit(string censorStatus)
            => Change(request, video => video with { CensorStatus = censorStatus, Reason = reason, Comment = comment }, "审核完成");
    }

    private SandboxAnswer GetRecommendVideos(SandboxRequest request)
    {
        if (QushipinFilter.From(request) is not { } filter || ReadPage(request) is not { } asked)
        {
            return BusinessError();
        }

        var all = Recommendations;
        var found = all.Select(recommendation => recommendation.Video).Where(filter).ToArray();
        var page = new Page<QushipinSandboxVideo>(found, found, asked.Index, asked.Size, request.Fault);
        return QushipinAnswer.Success("", json =>
        {
            json.WriteString("total", all.Count.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("nowTotal", page.Total);
            json.WriteStartArray("videoList");
            foreach (var video in page.Items)
            {
                json.WriteStartObject();
                QushipinAnswer.WriteFields(json, video);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private SandboxAnswer GetRecommendVideoById(SandboxRequest request)
    {
        const string Message = "根据videoId获取视频详情完成!";
        return Recommendations.FirstOrDefault(entry => entry.Video.VideoId == request.Value("videoId")) is { } found
            ? QushipinAnswer.Success(Message, json => QushipinAnswer.WriteFields(json, found.Video))
            : QushipinAnswer.Done(Message);
    }

    private SandboxAnswer RecommendVideo(SandboxRequest request)
    {
        var videoId = request.Value("videoId");
        if (videoId.Length == 0)
        {
            return BusinessError();
        }

        var id = FirstRecommendedId + Interlocked.Increment(ref recommended);
        recommendations.Put(QushipinRecommending.Read(request, id, Host.Clock.Now), entry => entry.Video.VideoId == videoId);
        return QushipinAnswer.Done("插入推荐视频成功!");
    }

    private SandboxAnswer PushObjectCache(SandboxRequest request)
    {
        var urls = request.Value("objectPath").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (urls.Length == 0)
        {
            return BusinessError();
        }

        lock (pushedUrls)
        {
            pushedUrls.AddRange(urls);
        }

        return QushipinAnswer.Done("预热完成");
    }

    // Like the real server, a delete with another userId than the video's deletes nothing and doesn't say so.
    private SandboxAnswer DeleteVideoById(SandboxRequest request)
    {
        if (!ClaimDeletes)
        {
            videos.Remove(video => IsMeant(request, video));
        }

        return QushipinAnswer.Done("删除完成！");
    }

    private SandboxAnswer DeleteRecommendById(SandboxRequest request)
    {
        if (!ClaimDeletes)
        {
            recommendations.Remove(entry => IsMeant(request, entry.Video));
        }

        return QushipinAnswer.Done("取消推荐完成");
    }

    private static bool IsMeant(SandboxRequest request, QushipinSandboxVideo video)
        => video.VideoId == request.Value("videoId") && video.UserId == request.Value("userId");

    private SandboxAnswer Change(SandboxRequest request, Func<QushipinSandboxVideo, QushipinSandboxVideo> change, string message)
        => videos.Change(video => video.VideoId == request.Value("mediaId"), change) ? QushipinAnswer.Done(message) : BusinessError();

    /// <summary>Both numbers are required in practice.</summary>
    private (int Index, int Size)? ReadPage(SandboxRequest request)
        => request.Number("pageIndex") is { } index and > 0 && request.Number("pageSize") is { } size and > 0
            ? (index, Math.Min(size, PageSizeLimit))
            : null;

    private SandboxAnswer BusinessError() => QushipinAnswer.Failure("500", "业务异常", HttpStatus(500));
}
