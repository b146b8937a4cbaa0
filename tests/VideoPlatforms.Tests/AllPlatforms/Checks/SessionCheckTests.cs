using System.Globalization;
using System.Text.Json.Serialization;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.AllPlatforms.Checks;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms.Checks;

/// <summary>The behavior of Test-VideoPlatformSession.</summary>
public sealed class SessionCheckTests : PlatformTest
{
    private readonly SessionStore _store = new();

    public SessionCheckTests()
        : base(60)
    {
    }

    public static TheoryData<Platform> All => [.. Enum.GetValues<Platform>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Healthy_session_passes_every_check_with_three_reads(Platform platform)
    {
        await ConnectAsync(platform);

        var checks = await CheckAsync();

        Assert.Equal(Enum.GetValues<SessionCheckKind>(), checks.Keys);
        Assert.All(checks.Values, check => Assert.True(check.Status == SessionCheckStatus.Pass, $"{check}: {check.Detail}"));
        Assert.All(checks.Values, check => Assert.Null(check.Recommendation));
        Assert.Equal(3, Sandbox.Requests.Count);
        Assert.All(Sandbox.Requests, request => Assert.Equal(SandboxOf(platform).ListPath.Split('/')[^1], request.Call));
    }

    [Fact]
    public async Task Wrong_key_fails_the_credential_only()
    {
        await OpenAsync(Polyv(secretKey: "k-4711-wrong"));

        var checks = await CheckAsync();

        Assert.Equal([SessionCheckStatus.Fail, SessionCheckStatus.Pass, SessionCheckStatus.Pass, SessionCheckStatus.Pass, SessionCheckStatus.Skipped], checks.Values.Select(check => check.Status));
        var credential = checks[SessionCheckKind.Credential];
        Assert.Contains("the sign is not right", credential.Detail, StringComparison.Ordinal);
        Assert.Contains("secret key", credential.Recommendation, StringComparison.Ordinal);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(Platform.PolyvLive)]
    [InlineData(Platform.DigitalPerson)]
    public async Task Wrong_secret_fails_the_credential_of_every_signed_platform(Platform platform)
    {
        await OpenAsync(platform == Platform.PolyvLive ? PolyvLive(appSecret: "wrong") : DigitalPerson(text: "wrong"));

        Assert.Equal(SessionCheckStatus.Fail, (await CheckAsync())[SessionCheckKind.Credential].Status);
    }

    [Fact]
    public async Task Token_that_the_server_rejects_is_a_failed_credential_if_it_cannot_be_renewed()
    {
        await OpenAsync(Keep(new ChanjingClient(Secure("t-4711"), Options(Sandbox.Chanjing.BaseUri, null))));

        var checks = await CheckAsync();

        Assert.Equal(SessionCheckStatus.Fail, checks[SessionCheckKind.Credential].Status);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(Platform.Chanjing)]
    [InlineData(Platform.Qushipin)]
    public async Task Expired_token_is_renewed_within_three_requests(Platform platform)
    {
        await ConnectAsync(platform);
        if (platform == Platform.Chanjing)
        {
            Sandbox.Chanjing.RevokeTokens();
        }
        else
        {
            Sandbox.Qushipin.RevokeTokens();
        }

        var checks = await CheckAsync();

        Assert.All(checks.Values, check => Assert.Equal(SessionCheckStatus.Pass, check.Status));
        Assert.Equal(3, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Wrong_password_at_the_renewal_is_a_failed_credential()
    {
        await ConnectAsync(Platform.Qushipin);
        Sandbox.Qushipin.RevokeTokens();
        Response("login", """{"result":"false","code":"401","message":"用户名,密码错误!","data":null}""", int.MaxValue);

        var checks = await CheckAsync();

        Assert.Equal(SessionCheckStatus.Fail, checks[SessionCheckKind.Credential].Status);
        Assert.Contains("用户名,密码错误", checks[SessionCheckKind.Credential].Detail, StringComparison.Ordinal);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(Platform.Polyv, 30, SessionCheckStatus.Warn)]
    [InlineData(Platform.Polyv, -400, SessionCheckStatus.Fail)]
    [InlineData(Platform.PolyvLive, 400, SessionCheckStatus.Fail)]
    [InlineData(Platform.DigitalPerson, 100, SessionCheckStatus.Warn)]
    [InlineData(Platform.Chanjing, 1000, SessionCheckStatus.Warn)]
    public async Task Wrong_clock_is_reported_with_its_difference(Platform platform, int seconds, SessionCheckStatus expected)
    {
        await ConnectAsync(platform);
        Sandbox.ClockSkew = TimeSpan.FromSeconds(seconds);

        var checks = await CheckAsync();

        var clock = checks[SessionCheckKind.Clock];
        Assert.Equal(expected, clock.Status);
        Assert.Contains(seconds > 0 ? "behind" : "ahead", clock.Detail, StringComparison.Ordinal);
        Assert.InRange(int.Parse(string.Concat(clock.Detail.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture), Math.Abs(seconds) - 2, Math.Abs(seconds) + 2);
        Assert.Contains("Synchronize", clock.Recommendation, StringComparison.Ordinal);
        Assert.Equal(SessionCheckStatus.Pass, checks[SessionCheckKind.Credential].Status);
        Assert.Equal(SessionCheckStatus.Pass, checks[SessionCheckKind.Latency].Status);
        Assert.InRange(Sandbox.Requests.Count, 1, 3);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Server_that_is_away_fails_the_latency_and_skips_the_rest(Platform platform)
    {
        await ConnectAsync(platform);
        Sandbox.Dispose();

        var checks = await CheckAsync();

        AssertServerFails(checks, $"{platform}.ConnectionFailed");
    }

    [Theory]
    [InlineData(FaultKind.Status, "ServerError", 503)]
    [InlineData(FaultKind.Status, "Unauthorized", 401)]
    [InlineData(FaultKind.Html, "UnexpectedResponse", 0)]
    [InlineData(FaultKind.DropConnection, "ConnectionFailed", 0)]
    [InlineData(FaultKind.TruncateResponse, "UnexpectedResponse", 0)]
    [InlineData(FaultKind.Redirect, "Redirected", 0)]
    public async Task Failure_of_a_gateway_is_not_a_failed_credential(FaultKind kind, string reason, int status)
    {
        await ConnectAsync(Platform.DigitalPerson);
        Sandbox.Faults.Add(new() { Kind = kind, Status = status, Location = "https://login.example.com/", Times = int.MaxValue });

        var checks = await CheckAsync();

        AssertServerFails(checks, $"DigitalPerson.{reason}");
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Slow_server_is_a_warning_of_the_latency()
    {
        await ConnectAsync(Platform.DigitalPerson);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(2100), Times = int.MaxValue });

        var checks = await CheckAsync();

        var latency = checks[SessionCheckKind.Latency];
        Assert.Equal(SessionCheckStatus.Warn, latency.Status);
        Assert.True(latency.Elapsed >= TimeSpan.FromSeconds(2), $"{latency.Elapsed}");
        Assert.Contains("ms", latency.Detail, StringComparison.Ordinal);
        Assert.All(checks.Values.Where(check => check.Check != SessionCheckKind.Latency), check => Assert.Equal(SessionCheckStatus.Pass, check.Status));
    }

    [Fact]
    public async Task Single_slow_response_does_not_affect_the_median()
    {
        await ConnectAsync(Platform.DigitalPerson);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(2100) });

        Assert.Equal(SessionCheckStatus.Pass, (await CheckAsync())[SessionCheckKind.Latency].Status);
    }

    [Fact]
    public async Task Server_without_a_response_is_reported_after_the_timeout_of_the_session()
    {
        await OpenAsync(DigitalPerson(configure: options => options.Timeout = TimeSpan.FromMilliseconds(300)));
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromMinutes(1), Times = int.MaxValue });

        AssertServerFails(await CheckAsync(), "DigitalPerson.TimedOut");
    }

    [Theory]
    [InlineData(Platform.Polyv, "\"uploaderEmail\"", "\"uploader\"", "uploaderEmail", "uploader")]
    [InlineData(Platform.PolyvLive, "\"channelId\"", "\"channel\"", "channelId", "channel")]
    [InlineData(Platform.Chanjing, "\"preview_url\"", "\"cover_url\"", "preview_url", "cover_url")]
    [InlineData(Platform.Qushipin, "\"avatarUrl\"", "\"avatar\"", "user.avatarUrl", "user.avatar")]
    [InlineData(Platform.DigitalPerson, "\"worksUrl\"", "\"videoUrl\"", "worksUrl", "videoUrl")]
    public async Task Renamed_field_is_a_warning_of_the_contract(Platform platform, string text, string replacement, string missing, string unlisted)
    {
        await ConnectAsync(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.ReplaceText, Text = text, Replacement = replacement, Times = int.MaxValue });

        var contract = (await CheckAsync())[SessionCheckKind.Contract];

        Assert.Equal(SessionCheckStatus.Warn, contract.Status);
        Assert.Contains($"missing: {missing}.", contract.Detail, StringComparison.Ordinal);
        Assert.Contains($"lists: {unlisted}.", contract.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Platform.Polyv, "\"status\":\"61\"", "\"status\":\"62\"", "62")]
    [InlineData(Platform.PolyvLive, "\"status\":\"Y\"", "\"status\":\"W\"", "W")]
    [InlineData(Platform.Chanjing, "\"status\":10,", "\"status\":20,", "20")]
    [InlineData(Platform.Qushipin, "\"censorStatus\":\"success\"", "\"censorStatus\":\"maybe\"", "censorStatus maybe")]
    [InlineData(Platform.DigitalPerson, "\"IN_PROGRESS\"", "\"QUEUED\"", "QUEUED")]
    public async Task Unknown_status_is_a_warning_of_the_contract(Platform platform, string text, string replacement, string word)
    {
        await ConnectAsync(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.ReplaceText, Text = text, Replacement = replacement, Times = int.MaxValue });

        var contract = (await CheckAsync())[SessionCheckKind.Contract];

        Assert.Equal(SessionCheckStatus.Warn, contract.Status);
        Assert.Contains($"Unknown status values: {word}.", contract.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"content\"", "\"items\"")]
    [InlineData("\"digitalPersonWorksId\"", "\"id\"")]
    public async Task Unreadable_list_fails_the_contract_only(string text, string replacement)
    {
        await ConnectAsync(Platform.DigitalPerson);
        Sandbox.Faults.Add(new() { Kind = FaultKind.ReplaceText, Text = text, Replacement = replacement, Times = int.MaxValue });

        var checks = await CheckAsync();

        Assert.Equal(SessionCheckStatus.Fail, checks[SessionCheckKind.Contract].Status);
        Assert.All(checks.Values.Where(check => check.Check != SessionCheckKind.Contract), check => Assert.Equal(SessionCheckStatus.Pass, check.Status));
    }

    [Fact]
    public async Task Empty_list_skips_the_contract()
    {
        await ConnectAsync(Platform.Polyv);
        Sandbox.Polyv.Remove([.. Sandbox.Polyv.Ids]);

        Assert.Equal(SessionCheckStatus.Skipped, (await CheckAsync())[SessionCheckKind.Contract].Status);
    }

    [Fact]
    public async Task Rate_limit_is_the_one_of_the_session()
    {
        await OpenAsync(DigitalPerson(configure: options => options.RequestsPerSecond = 12.5));

        Assert.Contains("12.5 requests per second", (await CheckAsync())[SessionCheckKind.RateLimit].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_because_of_the_rate_fails_the_rate_limit()
    {
        await ConnectAsync(Platform.Chanjing);
        Response("video_list", """{"trace_id":"t","code":40001,"msg":"too many requests a second","data":null}""", int.MaxValue);

        var checks = await CheckAsync();

        Assert.Equal(SessionCheckStatus.Fail, checks[SessionCheckKind.RateLimit].Status);
        Assert.Equal(SessionCheckStatus.Skipped, checks[SessionCheckKind.Credential].Status);
        Assert.Equal(SessionCheckStatus.Pass, checks[SessionCheckKind.Latency].Status);
    }

    [Fact]
    public async Task Sessions_are_checked_concurrently_and_written_in_their_order()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            await ConnectAsync(platform);
        }

        // The response of Polyv is delayed until all other platforms have received a request.
        using var asked = new CountdownEvent(4);
        foreach (var platform in Enum.GetValues<Platform>().Skip(1))
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = ListCallOf(platform), Before = () => asked.Signal() });
        }

        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = ListCallOf(Platform.Polyv), Before = () => Assert.True(asked.Wait(TimeSpan.FromSeconds(10))) });
        await SessionChecker.RunAsync(_store.Open(null, null), false, Host, default);

        Assert.Equal(Enum.GetValues<Platform>().SelectMany(platform => Enumerable.Repeat(platform, 5)), Host.Written<SessionCheck>().Select(check => check.Session.Platform));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Quiet_writes_one_Boolean_for_all_sessions(bool wrongKey, bool expected)
    {
        await ConnectAsync(Platform.DigitalPerson);
        await OpenAsync(Polyv(secretKey: wrongKey ? "wrong" : null));

        await SessionChecker.RunAsync(_store.Open(null, null), true, Host, default);

        Assert.Equal(expected, Assert.IsType<bool>(Assert.Single(Host.Objects)));
    }

    [Fact]
    public async Task Check_reveals_no_secret()
    {
        await OpenAsync(Polyv(secretKey: "k-4711-wrong"));
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = """{"code":400,"status":"error","message":"the sign is not right. k-4711-wrong","data":""}""", Times = int.MaxValue });

        var checks = await CheckAsync();

        Assert.All(checks.Values, check => Assert.DoesNotContain("k-4711-wrong", $"{check} {check.Detail} {check.Recommendation}", StringComparison.Ordinal));
        Assert.DoesNotContain(Host.Lines, line => line.Contains("k-4711-wrong", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Record_type_of_every_platform_names_the_documented_fields(Platform platform)
    {
        var type = SupportedPlatforms.Of(platform).Description.RecordType;

        Assert.True(type.GetProperties().Count(property => property.IsDefined(typeof(JsonPropertyNameAttribute), false)) > 5);
        Assert.Equal(SupportedPlatforms.Of(platform).Description.VideoType.Name + "Record", type.Name);
    }

    private static void AssertServerFails(Dictionary<SessionCheckKind, SessionCheck> checks, string errorId)
    {
        Assert.Equal(SessionCheckStatus.Fail, checks[SessionCheckKind.Latency].Status);
        Assert.NotEmpty(checks[SessionCheckKind.Latency].Recommendation!);
        Assert.All(checks.Values.Where(check => check.Check != SessionCheckKind.Latency), check =>
        {
            Assert.Equal(SessionCheckStatus.Skipped, check.Status);
            Assert.Contains(errorId, check.Detail, StringComparison.Ordinal);
        });
    }

    private Task ConnectAsync(Platform platform) => OpenAsync(ClientOf(platform));

    private async Task OpenAsync(PlatformClient client)
    {
        await SessionLifecycle.OpenAsync(client, "default", _store, SilentObserver.Instance, default);
        Sandbox.Requests.Clear();
    }

    private async Task<Dictionary<SessionCheckKind, SessionCheck>> CheckAsync()
    {
        await SessionChecker.RunAsync(_store.Open(null, null), false, Host, default).WaitAsync(TimeSpan.FromSeconds(30));
        return Host.Written<SessionCheck>().ToDictionary(check => check.Check);
    }
}
