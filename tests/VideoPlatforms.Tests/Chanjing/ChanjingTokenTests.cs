using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Chanjing;

/// <summary>The token is requested on first use, renewed 300 s before it expires, and renewed once if it is rejected.</summary>
public sealed class ChanjingTokenTests : PlatformTest
{
    [Fact]
    public async Task Concurrent_pages_share_one_token()
    {
        var videos = await ReadAsync(Chanjing(), new() { PageSize = 10, ThrottleLimit = 8 });

        Assert.Equal(IdsOf(Platform.Chanjing), videos.Select(video => video.Id));
        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);
        Assert.Equal("access_token", Sandbox.Requests.First().Call);
    }

    [Fact]
    public async Task Token_request_is_JSON()
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
    public async Task Concurrent_sign_ins_share_one_token()
    {
        var client = Chanjing();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SignInAsync(Host)));

        Assert.Equal(1, Sandbox.Chanjing.TokenRequests);
    }

    [Theory]
    [InlineData(false, 86_400)]
    [InlineData(true, 86_400)]
    [InlineData(true, 7_200)]
    public async Task Expiration_is_read_as_a_time_or_a_duration(bool asDuration, int seconds)
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
    public async Task Token_is_renewed_300_seconds_before_it_expires(bool asDuration)
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
    public async Task Short_lived_token_is_not_requested_for_every_call(bool asDuration)
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
    public async Task Token_with_an_invalid_expiration_is_used(string expireIn)
    {
        var token = Sandbox.Chanjing.GetAccessToken();
        Response("access_token", $$$"""{"trace_id":"t","code":0,"msg":"","data":{"access_token":"{{{token}}}","expire_in":{{{expireIn}}}}}""");

        Assert.Equal(300, (await ReadAsync(Chanjing(), new() { PageSize = 100 })).Count);
        Assert.Equal(1, Sandbox.Chanjing.TokenRequests + 1);
    }

    [Theory]
    [InlineData(10400)]
    [InlineData(10401)]
    public async Task Rejected_token_is_renewed_once_and_the_request_is_sent_again(int code)
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
    public async Task Token_that_is_rejected_after_the_renewal_is_an_error(int code)
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
    public async Task Wrong_credentials_are_reported_without_a_retry(string? appId, string? secretKey)
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
    public async Task Rejected_renewal_ends_concurrent_lists_with_an_error()
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
    public async Task Success_without_a_token_is_an_unexpected_response(string body)
    {
        Response("access_token", body);

        var failure = await FailureOf(() => Chanjing().SignInAsync(Host));

        Assert.Equal("Chanjing.UnexpectedResponse", failure.ErrorId);
        Assert.Equal("t-1", failure.RequestId);
        Assert.Contains("no token", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplied_token_is_used()
    {
        var client = ClientWithToken(Sandbox.Chanjing.GetAccessToken());

        Assert.Equal(300, (await ReadAsync(client)).Count);
        Assert.Equal(0, Sandbox.Chanjing.TokenRequests);
        Assert.Null(client.ExpiresAt);
    }

    [Fact]
    public async Task Supplied_token_is_not_renewed()
    {
        var client = ClientWithToken(Sandbox.Chanjing.GetAccessToken());
        Sandbox.Chanjing.RevokeTokens();

        var failure = await FailureOf(() => ReadAsync(client));

        Assert.Equal("Chanjing.TokenRejected", failure.ErrorId);
        Assert.True(failure.EndsPipeline);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("NPS+令牌")]
    [InlineData("NPS+token\n")]
    public void Token_with_invalid_header_characters_is_rejected_and_redacted(string token)
    {
        var exception = Assert.Throws<ArgumentException>(() => ClientWithToken(token));

        Assert.DoesNotContain("NPS+", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_and_output_contain_no_token()
    {
        // An undocumented response that contains the token.
        Response("access_token", """{"data":{"access_token":"NPS+token-in-clear","expire_in":1}}""");
        var unexpected = await FailureOf(() => Chanjing().SignInAsync(Host));
        var token = Sandbox.Chanjing.GetAccessToken();
        Response("video_list", $$"""{"code":40000,"msg":"no such thing for {{token}}","data":null}""");
        var echoed = await FailureOf(() => ReadAsync(ClientWithToken(token)));

        var output = string.Join('\n', [unexpected.ToString(), echoed.ToString(), echoed.VendorMessage!, .. Host.Lines]);
        Assert.DoesNotContain("NPS+", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.Chanjing.GetSecretKey(), output, StringComparison.Ordinal);
    }

    private ChanjingClient ClientWithToken(string token) => Keep(new ChanjingClient(Secure(token), Options(Sandbox.Chanjing.BaseUri, null)));
}
