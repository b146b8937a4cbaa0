using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Chanjing;

/// <summary>Fetched when first needed, renewed 300 s early, renewed once when refused.</summary>
public sealed class ChanjingTokenTests : PlatformTest
{
    [Fact]
    public async Task It_is_fetched_once_for_all_pages_side_by_side()
    {
        var videos = await ReadAsync(Chanjing(), new() { PageSize = 10, ThrottleLimit = 8 });

        Assert.Equal(IdsOf(Platform.Chanjing), videos.Select(video => video.Id));
        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);
        Assert.Equal("access_token", Sandbox.Requests.First().Call);
    }

    [Fact]
    public async Task It_is_asked_for_as_json_under_the_vendors_names()
    {
        await Chanjing().SignInAsync(Host);

        var request = Assert.Single(Sandbox.Requests);
        Assert.Equal(("POST", "/api/open/v1/access_token"), (request.Method, request.Path));
        Assert.Equal(["app_id", "secret_key"], request.Parameters.Keys.Order());
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(Sandbox.Chanjing.AppId, request.Parameters["app_id"]);
        Assert.False(request.Headers.ContainsKey("access_token"));
    }

    [Fact]
    public async Task Users_who_begin_at_the_same_time_share_one()
    {
        var client = Chanjing();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SignInAsync(Host)));

        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);
    }

    [Theory]
    [InlineData(false, 86_400)]
    [InlineData(true, 86_400)]
    [InlineData(true, 7_200)]
    public async Task Its_end_is_read_as_a_moment_or_as_seconds_from_now(bool asDuration, int seconds)
    {
        Sandbox.Chanjing.ExpireInAsDuration = asDuration;
        Sandbox.Chanjing.TokenLifetime = TimeSpan.FromSeconds(seconds);
        var client = Chanjing();

        await client.SignInAsync(Host);

        Assert.InRange(client.ExpiresAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(seconds - 10), TimeSpan.FromSeconds(seconds + 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_renewed_300_seconds_before_its_end(bool asDuration)
    {
        Sandbox.Chanjing.ExpireInAsDuration = asDuration;
        var now = DateTimeOffset.UtcNow;
        var client = Chanjing(configure: options => options.UtcNow = () => now);
        await client.SignInAsync(Host);
        var end = client.ExpiresAt!.Value;

        now = end.AddSeconds(-301);
        await ReadAsync(client);
        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);

        now = end.AddSeconds(-299);
        await ReadAsync(client, new() { PageSize = 50, ThrottleLimit = 8 });
        Assert.Equal(2, Sandbox.Chanjing.TokenRequests);
        Assert.DoesNotContain(Host.Lines, line => line.Contains("10400", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_lives_for_a_moment_only_is_not_fetched_for_every_call(bool asDuration)
    {
        Sandbox.Chanjing.ExpireInAsDuration = asDuration;
        Sandbox.Chanjing.TokenLifetime = TimeSpan.FromSeconds(100);

        await ReadAsync(Chanjing(), new() { PageSize = 50 });

        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    [InlineData("1e300")]
    public async Task Whatever_the_end_is_said_to_be_the_token_serves(string expireIn)
    {
        var token = Sandbox.Chanjing.GetAccessToken();
        Response("access_token", $$$"""{"trace_id":"t","code":0,"msg":"","data":{"access_token":"{{{token}}}","expire_in":{{{expireIn}}}}}""");

        Assert.Equal(300, (await ReadAsync(Chanjing(), new() { PageSize = 100 })).Count);
        Assert.Equal(1, Sandbox.Chanjing.TokenRequests + 1);
    }

    [Theory]
    [InlineData(10400)]
    [InlineData(10401)]
    public async Task A_refused_one_is_renewed_once_and_the_call_made_again(int code)
    {
        Sandbox.Chanjing.TokenErrorCode = code;
        var client = Chanjing();
        await client.SignInAsync(Host);
        Sandbox.Chanjing.RevokeTokens();

        var videos = await ReadAsync(client);

        Assert.Equal(IdsOf(Platform.Chanjing), videos.Select(video => video.Id));
        Assert.Equal(2, Sandbox.Chanjing.TokenRequests);
        Assert.Equal(["access_token", "video_list", "access_token", "video_list"], Sandbox.Requests.Select(request => request.Call));
    }

    [Theory]
    [InlineData(10400)]
    [InlineData(10401)]
    public async Task One_that_stays_refused_is_no_loop(int code)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = "video_list", Times = int.MaxValue, Before = () => Sandbox.Chanjing.RevokeTokens() });
        Sandbox.Chanjing.TokenErrorCode = code;

        var failure = await FailureOf(() => ReadAsync(Chanjing()));

        Assert.Equal("Chanjing.TokenRejected", failure.ErrorId);
        Assert.Equal(PlatformErrorCategory.AuthenticationError, failure.Category);
        Assert.True(failure.EndsPipeline);
        Assert.Equal($"{code}", failure.VendorCode);
        Assert.Equal("AccessToken验证失败", failure.VendorMessage);
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Equal(2, Sandbox.Chanjing.TokenRequests);
        Assert.Equal(2, Received("video_list").Count);
    }

    [Theory]
    [InlineData("another app", null)]
    [InlineData(null, "another key")]
    public async Task Wrong_credentials_are_told_at_once(string? appId, string? secretKey)
    {
        var client = Chanjing(appId, secretKey);

        var failure = await FailureOf(() => client.SignInAsync(Host));

        Assert.Equal("Chanjing.TokenRejected", failure.ErrorId);
        Assert.Equal("APP状态错误", failure.VendorMessage);
        Assert.Equal("access_token", failure.Call);
        Assert.Equal(appId ?? Sandbox.Chanjing.AppId, failure.Target);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Credentials_that_stop_being_good_while_the_session_is_open_end_the_list_and_do_not_hang_it()
    {
        var client = Chanjing();
        await client.SignInAsync(Host);
        Sandbox.Chanjing.RevokeTokens();
        Response("access_token", """{"trace_id":"t","code":10400,"msg":"APP状态错误","data":null}""", int.MaxValue);

        var failures = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FailureOf(() => ReadAsync(client))));

        Assert.All(failures, failure => Assert.Equal("Chanjing.TokenRejected", failure.ErrorId));
    }

    [Theory]
    [InlineData("""{"trace_id":"t-1","code":0,"msg":"","data":null}""")]
    [InlineData("""{"trace_id":"t-1","code":0,"msg":"","data":{}}""")]
    [InlineData("""{"trace_id":"t-1","code":0,"msg":"","data":{"access_token":"","expire_in":1}}""")]
    [InlineData("""{"trace_id":"t-1","code":0,"msg":"","data":{"access_token":null}}""")]
    [InlineData("""{"trace_id":"t-1","code":0,"msg":"","data":"NPS"}""")]
    public async Task A_success_without_one_is_a_failure(string body)
    {
        Response("access_token", body);

        var failure = await FailureOf(() => Chanjing().SignInAsync(Host));

        Assert.Equal("Chanjing.UnexpectedResponse", failure.ErrorId);
        Assert.Equal("t-1", failure.RequestId);
        Assert.Contains("no token", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_from_elsewhere_is_used_as_it_is()
    {
        var client = Given(Sandbox.Chanjing.GetAccessToken());

        Assert.Equal(300, (await ReadAsync(client)).Count);
        Assert.Equal(0, Sandbox.Chanjing.TokenRequests);
        Assert.Null(client.ExpiresAt);
    }

    [Fact]
    public async Task One_from_elsewhere_cannot_be_renewed()
    {
        var client = Given(Sandbox.Chanjing.GetAccessToken());
        Sandbox.Chanjing.RevokeTokens();

        var failure = await FailureOf(() => ReadAsync(client));

        Assert.Equal("Chanjing.TokenRejected", failure.ErrorId);
        Assert.True(failure.EndsPipeline);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("NPS+令牌")]
    [InlineData("NPS+token\n")]
    public void One_that_no_header_can_carry_is_refused_without_being_shown(string token)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Given(token));

        Assert.DoesNotContain("NPS+", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_shows_it()
    {
        // A response that is not the documented one, with the token in it.
        Response("access_token", """{"data":{"access_token":"NPS+token-in-clear","expire_in":1}}""");
        var unread = await FailureOf(() => Chanjing().SignInAsync(Host));
        var token = Sandbox.Chanjing.GetAccessToken();
        Response("video_list", $$"""{"code":40000,"msg":"no such thing for {{token}}","data":null}""");
        var echoed = await FailureOf(() => ReadAsync(Given(token)));

        var said = string.Join('\n', [unread.ToString(), echoed.ToString(), echoed.VendorMessage!, .. Host.Lines]);
        Assert.DoesNotContain("NPS+", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.Chanjing.GetSecretKey(), said, StringComparison.Ordinal);
    }

    private ChanjingClient Given(string token) => Keep(new ChanjingClient(Secure(token), Options(Sandbox.Chanjing.BaseUri, null)));
}
