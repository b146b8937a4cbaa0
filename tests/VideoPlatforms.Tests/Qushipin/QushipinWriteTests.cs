using System.Globalization;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Qushipin;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Qushipin;

/// <summary>Audits, transcodings, recommendations and the cache: the request, and the state of the sandbox afterwards.</summary>
public sealed class QushipinWriteTests : PlatformTest
{
    private static readonly string[] Tokens = ["consoleToken", "consoletoken"];

    public static TheoryData<string> SpecialIds =>
    [
        "a\"b'c", "a/b\\c", "a b  c", "a&b=c", "a#b?c", "a+b%20c%", "视频 🎬", "../../user/login", "a;b,c", "<b>", "$(x)`y`",
    ];

    [Theory]
    [InlineData(QushipinAuditStatus.Blocked, "copyright claim 4711", null, "fail")]
    [InlineData(QushipinAuditStatus.Blocked, "侵权 & \"投诉\"=4711", "第一行\n第二行 +%", "fail")]
    [InlineData(QushipinAuditStatus.Normal, null, null, "success")]
    [InlineData(QushipinAuditStatus.Normal, "looked at again", "fine", "success")]
    public async Task Audit_changes_the_video(QushipinAuditStatus status, string? reason, string? comment, string censorStatus)
    {
        var id = Sandbox.Qushipin.Videos.First(video => video.CensorStatus == "onCensor").VideoId;

        var result = await Qushipin().AuditAsync(id, new(status, reason, comment), Host);

        var video = Sandbox.Qushipin.Videos.Single(video => video.VideoId == id);
        Assert.Equal((censorStatus, reason ?? "", comment ?? ""), (video.CensorStatus, video.Reason, video.Comment));
        var sent = Received("createAudit").Single();
        Assert.Equal("GET", sent.Method);
        Assert.Equal((id, status.ToString()), (sent.Parameters["mediaId"], sent.Parameters["status"]));
        Assert.Equal((reason, comment), (sent.Parameters.GetValueOrDefault("reason"), sent.Parameters.GetValueOrDefault("comment")));
        AssertResult(result, "createAudit", id, "审核完成");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n\u3000")]
    public void Blocked_requires_a_reason(string? reason)
    {
        var exception = Assert.Throws<ArgumentException>(() => new QushipinAudit(QushipinAuditStatus.Blocked, reason));

        Assert.Equal("reason", exception.ParamName);
    }

    [Theory]
    [InlineData("a", 128)]
    [InlineData("é", 64)]
    [InlineData("侵", 42)]
    [InlineData("🎬", 32)]
    public async Task Reason_is_limited_to_128_bytes_of_UTF8(string character, int longest)
    {
        var reason = string.Concat(Enumerable.Repeat(character, longest));
        var id = Sandbox.Qushipin.Videos[0].VideoId;

        await Qushipin().AuditAsync(id, new(QushipinAuditStatus.Blocked, reason), Host);

        Assert.Equal(reason, Sandbox.Qushipin.Videos[0].Reason);
        foreach (var status in Enum.GetValues<QushipinAuditStatus>())
        {
            var exception = Assert.Throws<ArgumentException>(() => new QushipinAudit(status, reason + character));
            Assert.Contains("128", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false, "submitTranscode", "发起非窄带高清转码作业完成!")]
    [InlineData(true, "submitTabTranscode", "发起窄带高清转码作业完成!")]
    public async Task Both_kinds_of_transcoding_start(bool narrowband, string call, string message)
    {
        var row = Sandbox.Qushipin.Videos.First(video => video is { TranscodeStatus: "success", NarrowTranscodeStatus: "" });

        var result = await Qushipin().StartTranscodeAsync(row.VideoId, narrowband, Host);

        var video = Sandbox.Qushipin.Videos.Single(video => video.VideoId == row.VideoId);
        Assert.Equal(narrowband ? ("success", "onTranscode") : ("onTranscode", ""), (video.TranscodeStatus, video.NarrowTranscodeStatus));
        var sent = Received(call).Single();
        Assert.Equal("GET", sent.Method);
        Assert.Equal(["consoleToken", "consoletoken", "mediaId"], sent.Parameters.Keys.Order(StringComparer.Ordinal));
        AssertResult(result, call, row.VideoId, message);
    }

    [Fact]
    public async Task Recommendation_sends_every_field_of_the_document()
    {
        var recommendation = new QushipinRecommendation
        {
            VideoId = "new \"1\"",
            UserId = "2434793223203",
            Title = "标题, \"引号\" & 更多=1",
            Description = "第一行\n第二行",
            Duration = TimeSpan.FromMilliseconds(90_520),
            CoverUrl = "https://example.com/a b.png?x=1&y=2#z",
            Size = 4_000_000_000,
            Tags = ["培训", "直播"],
            CategoryId = "1000000001",
            CategoryName = "课程",
            FirstFrameUrl = "//example.com/frame.jpg",
            TranscodeStatus = "success",
            SnapshotStatus = "onSnapshot",
            CensorStatus = "onCensor",
            Narrowband = true,
            Preheat = false,
        };

        var result = await Qushipin().RecommendAsync(recommendation, Host);

        var entry = Sandbox.Qushipin.Recommendations[0];
        Assert.Equal(recommendation.VideoId, entry.Video.VideoId);
        Assert.Equal(recommendation.UserId, entry.Video.UserId);
        Assert.Equal(recommendation.Title, entry.Video.Title);
        Assert.Equal(recommendation.Description, entry.Video.Description);
        Assert.Equal(90.52, entry.Video.Duration);
        Assert.Equal(recommendation.CoverUrl, entry.Video.CoverUrl);
        Assert.Equal(recommendation.Size, entry.Video.Size);
        Assert.Equal("培训,直播", entry.Video.Tags);
        Assert.Equal(recommendation.CategoryId, entry.Video.CateId?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(recommendation.CategoryName, entry.Video.CateName);
        Assert.Equal(recommendation.FirstFrameUrl, entry.Video.FirstFrameUrl);
        Assert.Equal(recommendation.TranscodeStatus, entry.Video.TranscodeStatus);
        Assert.Equal(recommendation.SnapshotStatus, entry.Video.SnapshotStatus);
        Assert.Equal(recommendation.CensorStatus, entry.Video.CensorStatus);
        Assert.Equal(("true", "false"), (entry.IsNarrow, entry.IsCache));
        Assert.Equal(61, Sandbox.Qushipin.Recommendations.Count);
        Assert.Equal("POST", Received("recommendVideo").Single().Method);
        AssertResult(result, "recommendVideo", recommendation.VideoId, "插入推荐视频成功!");
    }

    [Fact]
    public async Task Empty_fields_of_a_recommendation_are_not_sent()
    {
        await Qushipin().RecommendAsync(new() { VideoId = "a", Title = "", Tags = [], Description = " " }, Host);

        Assert.Equal(["consoleToken", "consoletoken", "videoId"], Received("recommendVideo").Single().Parameters.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Addresses_are_sent_in_batches_and_in_order()
    {
        var addresses = Enumerable.Range(1, 250).Select(number => $"example.com/图片/{number}.png?a=1&b=%20+#{number}").ToList();
        var push = new QushipinCachePush(Qushipin(), passThru: true);

        foreach (var address in addresses)
        {
            await push.AddAsync(address, Host, default);
        }

        await push.SendAsync(Host, default);
        await push.SendAsync(Host, default);

        Assert.Equal(addresses, Sandbox.Qushipin.PushedUrls);
        Assert.Equal(3, Received("pushObjectCache").Count);
        Assert.All(Received("pushObjectCache"), request => Assert.Equal("POST", request.Method));
        Assert.Equal(addresses, Host.Written<VideoOperationResult>().Select(result => result.Target));
        Assert.All(Host.Written<VideoOperationResult>(), result => AssertResult(result, "pushObjectCache", result.Target, "预热完成"));
    }

    [Fact]
    public async Task Failed_batch_is_reported_with_its_addresses_and_the_others_are_sent()
    {
        Response("pushObjectCache", """{"result":"false","requestId":"r-7","message":"业务异常","code":"500","data":null}""", skip: 1);
        var push = new QushipinCachePush(Qushipin(), passThru: true);
        var addresses = Enumerable.Range(1, 250).Select(number => $"example.com/{number}.png").ToList();

        foreach (var address in addresses)
        {
            await push.AddAsync(address, Host, default);
        }

        await push.SendAsync(Host, default);

        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal(("Qushipin.ServerError", "r-7"), (failure.ErrorId, failure.RequestId));
        Assert.Equal(addresses.Skip(100).Take(100), Assert.IsType<string[]>(target));
        Assert.Contains("100", failure.Message, StringComparison.Ordinal);
        Assert.Equal(addresses.Take(100).Concat(addresses.Skip(200)), Sandbox.Qushipin.PushedUrls);
        Assert.Equal(150, Host.Objects.Count);
    }

    [Fact]
    public async Task Error_that_ends_the_pipeline_contains_the_addresses_that_were_not_pushed()
    {
        Response("pushObjectCache", """{"code":"403","message":"Please log in the system!"}""", times: int.MaxValue);
        var push = new QushipinCachePush(Qushipin(), passThru: true);
        await push.AddAsync("example.com/1.png", Host, default);
        await push.AddAsync("example.com/2.png", Host, default);

        var failure = await FailureOf(() => push.SendAsync(Host, default));

        Assert.Equal(("Qushipin.NotLoggedIn", true), (failure.ErrorId, failure.EndsPipeline));
        Assert.Equal(new[] { "example.com/1.png", "example.com/2.png" }, Assert.IsType<string[]>(Assert.Single(Host.Errors).Target));
    }

    [Fact]
    public async Task Addresses_of_a_canceled_call_are_kept()
    {
        var push = new QushipinCachePush(Qushipin(), passThru: false);
        await push.AddAsync("example.com/1.png", Host, default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => push.SendAsync(Host, new(canceled: true)));

        await push.SendAsync(Host, default);

        Assert.Equal(["example.com/1.png"], Sandbox.Qushipin.PushedUrls);
        Assert.Empty(Host.Errors);
    }

    [Theory]
    [MemberData(nameof(SpecialIds))]
    public async Task Special_characters_in_an_id_are_sent_unchanged(string id)
    {
        var client = Qushipin();
        await client.RecommendAsync(new() { VideoId = id, UserId = "u&1" }, Host);

        Assert.Equal(id, (await client.GetRecommendationAsync(id, Host)).VideoId);
        await client.DeleteRecommendationAsync(id, "u&1", verify: true, Host);
        Assert.DoesNotContain(Sandbox.Qushipin.Recommendations, entry => entry.Video.VideoId == id);

        Assert.Equal("Qushipin.VideoNotFound", (await FailureOf(() => client.GetVideoAsync(id, Host))).ErrorId);
        var audit = await FailureOf(() => client.AuditAsync(id, new(QushipinAuditStatus.Normal), Host));
        Assert.Equal(("Qushipin.ServerError", id), (audit.ErrorId, audit.Target));
        await FailureOf(() => client.StartTranscodeAsync(id, narrowband: true, Host));
        await client.DeleteVideoAsync(id, "u&1", verify: true, Host);
        Assert.All(
            Sandbox.Requests.Where(request => request.Call is not "login"),
            request => Assert.Equal(id, request.Parameters.GetValueOrDefault("videoId") ?? request.Parameters.GetValueOrDefault("mediaId")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Server_that_accepts_only_POST_costs_one_more_request_per_session(int rounds)
    {
        Sandbox.Qushipin.PostOnlyWrites = true;
        var client = Qushipin();
        await client.SignInAsync(Host);
        var rows = Sandbox.Qushipin.Videos.Take(rounds).ToList();

        foreach (var row in rows)
        {
            await client.StartTranscodeAsync(row.VideoId, narrowband: false, Host);
            await client.StartTranscodeAsync(row.VideoId, narrowband: true, Host);
            await client.AuditAsync(row.VideoId, new(QushipinAuditStatus.Blocked, "原因 & reason"), Host);
        }

        Assert.All(Sandbox.Qushipin.Videos.Take(rounds), video => Assert.Equal(
            ("onTranscode", "onTranscode", "fail", "原因 & reason"), (video.TranscodeStatus, video.NarrowTranscodeStatus, video.CensorStatus, video.Reason)));
        var writes = Sandbox.Requests.Where(request => request.Call != "login").ToList();
        Assert.Equal((rounds * 3) + 1, writes.Count);
        Assert.Equal(("GET", 405), (writes[0].Method, writes[0].Status!.Value));
        Assert.All(writes.Skip(1), request =>
        {
            Assert.Equal("POST", request.Method);
            Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
            Assert.Empty(Tokens.Except(request.Parameters.Keys));
        });
        Assert.Empty(Host.Waits);
    }

    [Fact]
    public async Task Server_that_accepts_only_POST_for_writes_is_read_with_GET()
    {
        Sandbox.Qushipin.PostOnlyWrites = true;
        var client = Qushipin();
        await client.AuditAsync(Sandbox.Qushipin.Videos[0].VideoId, new(QushipinAuditStatus.Normal), Host);

        Assert.Equal(300, (await ReadAsync(client)).Count);
        Assert.Equal("GET", Received("getVideos").Single().Method);
    }

    [Fact]
    public async Task Concurrent_writes_succeed_if_only_POST_is_accepted()
    {
        Sandbox.Qushipin.PostOnlyWrites = true;
        var client = Qushipin();
        var ids = IdsOf(Platform.Qushipin).Take(20).ToList();

        await Task.WhenAll(ids.Select(id => client.StartTranscodeAsync(id, narrowband: true, Host)));

        Assert.All(Sandbox.Qushipin.Videos.Take(20), video => Assert.Equal("onTranscode", video.NarrowTranscodeStatus));
    }

    [Fact]
    public async Task Status_405_of_a_read_does_not_change_the_method_of_writes()
    {
        var client = Qushipin();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Path = "getVideos", Status = 405, Times = int.MaxValue });

        var failure = await FailureOf(() => ReadAsync(client));
        await client.AuditAsync(Sandbox.Qushipin.Videos[0].VideoId, new(QushipinAuditStatus.Normal), Host);

        Assert.Equal(("Qushipin.RequestRejected", 405), (failure.ErrorId, failure.HttpStatus!.Value));
        Assert.Single(Received("getVideos"));
        Assert.Equal("GET", Received("createAudit").Single().Method);
    }

    [Fact]
    public async Task Audit_without_a_response_is_sent_again()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "createAudit" });

        var result = await Qushipin().AuditAsync(Sandbox.Qushipin.Videos[0].VideoId, new(QushipinAuditStatus.Blocked, "x"), Host);

        Assert.Equal("createAudit", result.Operation);
        Assert.Equal(2, Received("createAudit").Count);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterHandling, 1)]
    [InlineData(FaultKind.TruncateResponse, 1)]
    [InlineData(FaultKind.Html, 1)]
    [InlineData(FaultKind.Status, 1)]
    public async Task Transcoding_without_a_response_is_unknown(FaultKind kind, int requests)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Path = "submitTranscode", Status = 504, Times = int.MaxValue });
        var id = Sandbox.Qushipin.Videos[0].VideoId;

        var failure = await FailureOf(() => Qushipin().StartTranscodeAsync(id, narrowband: false, Host));

        Assert.Equal(("Qushipin.OutcomeUnknown", PlatformErrorCategory.InvalidResult, id), (failure.ErrorId, failure.Category, failure.Target));
        Assert.False(failure.EndsPipeline);
        Assert.Equal(requests, Received("submitTranscode").Count);
    }

    [Fact]
    public async Task Recommendation_without_a_response_is_unknown()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "recommendVideo" });

        var failure = await FailureOf(() => Qushipin().RecommendAsync(new() { VideoId = "a" }, Host));

        Assert.Equal("Qushipin.OutcomeUnknown", failure.ErrorId);
        Assert.Single(Received("recommendVideo"));
        Assert.Equal("a", Sandbox.Qushipin.Recommendations[0].Video.VideoId);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Transcoding_is_retried_after_429_but_not_after_503(int status)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Path = "submitTranscode", Status = status });
        var start = () => Qushipin().StartTranscodeAsync(Sandbox.Qushipin.Videos[0].VideoId, narrowband: false, Host);

        if (status == 429)
        {
            await start();
            Assert.Equal(2, Received("submitTranscode").Count);
        }
        else
        {
            Assert.Equal("Qushipin.ServerError", (await FailureOf(start)).ErrorId);
            Assert.Single(Received("submitTranscode"));
        }
    }

    [Fact]
    public async Task Refused_connection_of_a_write_is_an_error()
    {
        var client = Keep(new QushipinClient(Secure("token"), null, Options(Sandbox.Qushipin.BaseUri, options => options.MaximumRetryCount = 1)));
        Sandbox.Dispose();

        var failure = await FailureOf(() => client.StartTranscodeAsync("a", narrowband: false, Host));

        Assert.Equal("Qushipin.ConnectionFailed", failure.ErrorId);
        Assert.Single(Host.Waits);
    }

    internal static void AssertResult(VideoOperationResult result, string operation, string target, string message)
    {
        Assert.Equal((Platform.Qushipin, operation, target, message), (result.Platform, result.Operation, result.Target, result.Message));
        Assert.False(string.IsNullOrEmpty(result.RequestId));
        Assert.InRange(DateTimeOffset.Now - result.CompletedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal($"{operation} {target}", result.ToString());
    }
}
