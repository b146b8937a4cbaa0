using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>A write that the server may have processed is reported as OutcomeUnknown, with the recommended check.</summary>
public sealed class OutcomeUnknownTests : PlatformTest
{
    public static TheoryData<string, FaultKind, int> Writes
    {
        get
        {
            var rows = new TheoryData<string, FaultKind, int>();
            foreach (var call in new[] { "createAudit", "submitTranscode", "submitTabTranscode", "recommendVideo", "deleteVideoById", "deleteRecommendById", "pushObjectCache" })
            {
                rows.Add(call, FaultKind.DropAfterHandling, 200);
                rows.Add(call, FaultKind.TruncateResponse, 200);
                rows.Add(call, FaultKind.Html, 200);
                rows.Add(call, FaultKind.Status, 502);
                rows.Add(call, FaultKind.Status, 504);
                rows.Add(call, FaultKind.Latency, 200);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_without_a_response_is_unknown(string call, FaultKind kind, int status)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Status = status, Path = call, Times = int.MaxValue, Delay = kind == FaultKind.Latency ? TimeSpan.FromSeconds(20) : TimeSpan.Zero });
        var client = Qushipin(configure: options =>
        {
            options.MaximumRetryCount = 1;
            options.Timeout = kind == FaultKind.Latency ? TimeSpan.FromMilliseconds(100) : options.Timeout;
        });

        var failure = await FailureOf(() => WriteAsync(client, call));

        Assert.Equal(("Qushipin.OutcomeUnknown", PlatformErrorCategory.InvalidResult), (failure.ErrorId, failure.Category));
        Assert.Equal(call, failure.Call);
        Assert.Contains("Check the current state of the item", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.False(failure.EndsPipeline);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(400)]
    public async Task Unknown_first_attempt_stays_unknown_after_a_rejected_retry(int status)
    {
        // The first attempt is processed without a response, and the retries are rejected: the write must not be reported as failed.
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "createAudit" });
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Path = "createAudit", Skip = 1, Times = int.MaxValue });

        var failure = await FailureOf(() => WriteAsync(Qushipin(configure: options => options.MaximumRetryCount = 2), "createAudit"));

        Assert.Equal("Qushipin.OutcomeUnknown", failure.ErrorId);
        Assert.Equal(status, failure.HttpStatus);
        Assert.Equal("fail", Sandbox.Qushipin.Videos[0].CensorStatus);
    }

    [Fact]
    public async Task Unknown_first_attempt_stays_unknown_after_a_refused_connection()
    {
        // The server stops listening while it delays the response.
        var client = Qushipin(configure: options => options.MaximumRetryCount = 1);
        await client.SignInAsync(Host);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "createAudit", Delay = TimeSpan.FromSeconds(20) });
        var writing = FailureOf(() => WriteAsync(client, "createAudit"));
        Assert.True(SpinWait.SpinUntil(() => Received("createAudit").Count == 1, TimeSpan.FromSeconds(10)));

        Sandbox.Dispose();

        Assert.Equal("Qushipin.OutcomeUnknown", (await writing).ErrorId);
    }

    [Theory]
    [InlineData("createAudit", 503)]
    [InlineData("submitTranscode", 503)]
    [InlineData("recommendVideo", 429)]
    public async Task Write_that_is_rejected_at_every_attempt_has_failed(string call, int status)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Path = call, Times = int.MaxValue });

        var failure = await FailureOf(() => WriteAsync(Qushipin(configure: options => options.MaximumRetryCount = 2), call));

        Assert.NotEqual("OutcomeUnknown", failure.Reason);
        Assert.Equal(status, failure.HttpStatus);
    }

    [Fact]
    public async Task Unknown_first_attempt_stays_unknown_after_a_rejected_login()
    {
        // The response is lost, the token expires, and the password is no longer valid.
        var client = Qushipin(configure: options => options.MaximumRetryCount = 1);
        await client.SignInAsync(Host);
        Sandbox.Faults.Add(new() { Kind = FaultKind.DropAfterHandling, Path = "createAudit" });
        Response("createAudit", """{"code":"403","message":"Please log in the system!"}""", skip: 1);
        Response("login", """{"code":"401","message":"用户名,密码错误!","result":"false"}""", times: int.MaxValue);

        var failure = await FailureOf(() => WriteAsync(client, "createAudit"));

        Assert.Equal(("Qushipin.OutcomeUnknown", false), (failure.ErrorId, failure.EndsPipeline));
        Assert.Equal(2, Received("login").Count);
        Assert.Equal("fail", Sandbox.Qushipin.Videos[0].CensorStatus);
    }

    [Theory]
    [InlineData("submitTranscode", 500)]
    [InlineData("submitTranscode", 520)]
    [InlineData("submitTabTranscode", 521)]
    [InlineData("recommendVideo", 522)]
    [InlineData("recommendVideo", 523)]
    [InlineData("recommendVideo", 524)]
    [InlineData("recommendVideo", 599)]
    [InlineData("createAudit", 500)]
    public async Task Server_error_without_an_error_of_the_platform_is_unknown(string call, int status)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Path = call, Times = int.MaxValue });

        var failure = await FailureOf(() => WriteAsync(Qushipin(configure: options => options.MaximumRetryCount = 1), call));

        Assert.Equal(("Qushipin.OutcomeUnknown", status), (failure.ErrorId, failure.HttpStatus));
        Assert.Equal(call == "createAudit" ? 2 : 1, Received(call).Count);
    }

    [Theory]
    [InlineData(501)]
    [InlineData(503)]
    [InlineData(505)]
    public async Task Status_for_an_unprocessed_request_is_a_failure(int status)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Path = "recommendVideo", Times = int.MaxValue });

        var failure = await FailureOf(() => WriteAsync(Qushipin(configure: options => options.MaximumRetryCount = 1), "recommendVideo"));

        Assert.Equal("Qushipin.ServerError", failure.ErrorId);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Gateway_status_with_a_platform_error_is_unknown(int status)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Status,
            Status = status,
            Path = "recommendVideo",
            Body = """{"result":"false","requestId":"r-1","message":"upstream","code":"500","data":null}""",
        });

        var failure = await FailureOf(() => WriteAsync(Qushipin(), "recommendVideo"));

        Assert.Equal(("Qushipin.OutcomeUnknown", status), (failure.ErrorId, failure.HttpStatus));
    }

    [Fact]
    public async Task Error_of_the_platform_is_a_failure()
    {
        Response("submitTranscode", """{"result":"false","requestId":"r-1","message":"业务异常","code":"500","data":null}""");

        Assert.Equal("Qushipin.ServerError", (await FailureOf(() => WriteAsync(Qushipin(), "submitTranscode"))).ErrorId);
    }

    [Fact]
    public async Task Error_of_the_platform_with_HTTP_500_is_a_failure()
    {
        Sandbox.Qushipin.ErrorsAsHttpStatus = true;

        var failure = await FailureOf(() => Qushipin().StartTranscodeAsync("no such id", narrowband: false, Host));

        Assert.Equal(("Qushipin.ServerError", 500), (failure.ErrorId, failure.HttpStatus));
    }

    [Fact]
    public async Task Closing_the_session_during_a_write_leaves_it_unknown()
    {
        var client = Qushipin();
        await client.SignInAsync(Host);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "recommendVideo", Delay = TimeSpan.FromSeconds(20) });
        var writing = FailureOf(() => WriteAsync(client, "recommendVideo"));
        Assert.True(SpinWait.SpinUntil(() => Received("recommendVideo").Count == 1, TimeSpan.FromSeconds(10)));

        client.Dispose();

        Assert.Equal("Qushipin.OutcomeUnknown", (await writing).ErrorId);
        Assert.Equal("Qushipin.NotConnected", (await FailureOf(() => WriteAsync(client, "recommendVideo"))).ErrorId);
    }

    private Task WriteAsync(QushipinClient client, string call)
    {
        var video = Sandbox.Qushipin.Videos[0];
        return call switch
        {
            "createAudit" => client.AuditAsync(video.VideoId, new(QushipinAuditStatus.Blocked, "4711"), Host),
            "submitTranscode" => client.StartTranscodeAsync(video.VideoId, narrowband: false, Host),
            "submitTabTranscode" => client.StartTranscodeAsync(video.VideoId, narrowband: true, Host),
            "recommendVideo" => client.RecommendAsync(new() { VideoId = video.VideoId, UserId = video.UserId }, Host),
            "deleteVideoById" => client.DeleteVideoAsync(video.VideoId, video.UserId, verify: false, Host),
            "deleteRecommendById" => client.DeleteRecommendationAsync(video.VideoId, video.UserId, verify: false, Host),
            _ => client.PushCacheAsync(["example.com/1.png"], Host),
        };
    }
}
