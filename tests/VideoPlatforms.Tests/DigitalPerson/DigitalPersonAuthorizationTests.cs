using System.Globalization;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.DigitalPerson;

/// <summary>The sandbox verifies the MD5 with a separate implementation.</summary>
public sealed class DigitalPersonAuthorizationTests : PlatformTest
{
    [Fact]
    public async Task Documented_headers_are_sent()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await ReadAsync(DigitalPerson());

        var headers = Sandbox.Requests.Single().Headers;
        Assert.Equal(("C", Sandbox.DigitalPerson.AppId, "19999999999"), (headers["req_from"], headers["app_id"], headers["account"]));
        Assert.InRange(long.Parse(headers["timestamp"], CultureInfo.InvariantCulture), before, before + 60_000);
        Assert.Equal("***", headers["authorization"]);
        Assert.Equal(["pageNum", "pageSize"], Sandbox.Requests.Single().Parameters.Keys.Order());
    }

    [Fact]
    public async Task Empty_account_is_not_sent()
    {
        foreach (var none in new[] { null, "", " " })
        {
            Assert.Equal(300, (await ReadAsync(DigitalPerson(account: none))).Count);
        }

        Assert.All(Sandbox.Requests, request => Assert.False(request.Headers.ContainsKey("account")));
    }

    // Computed independently.
    [Theory]
    [InlineData("a/{appId}/{timestamp}/{account}/{other}/{appId}", "267001ddd44fde8c5e3f295c8ccbf554")]
    [InlineData("密钥 no placeholders", "1c0e70d9ba595a311cfbf70d6c693c0d")]
    public void Authorization_is_the_lower_case_MD5_of_the_expanded_text(string text, string md5) =>
        Assert.Equal(md5, new DigitalPersonProtocol("app 1", new Secret(text), "acc").Authorize("1700000000000"));

    [Fact]
    public async Task Each_attempt_has_a_new_authorization()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Times = 2, Delay = TimeSpan.FromMilliseconds(3) });

        await ReadAsync(DigitalPerson());

        var stamps = Sandbox.Requests.Select(request => request.Headers["timestamp"]).ToList();
        Assert.Equal(stamps.Distinct(), stamps);
        Assert.Equal(3, stamps.Count);
    }

    [Theory]
    [InlineData("another app", null, false, 200)]
    [InlineData(null, "another {timestamp} text", false, 200)]
    [InlineData(null, "another {timestamp} text", true, 401)]
    public async Task Wrong_authorization_is_reported_without_a_retry(string? appId, string? text, bool asHttpStatus, int status)
    {
        Sandbox.DigitalPerson.ErrorsAsHttpStatus = asHttpStatus;

        var failure = await FailureOf(() => ReadAsync(DigitalPerson(appId, text)));

        Assert.Equal(("DigitalPerson.Unauthorized", "401", "请先登录"), (failure.ErrorId, failure.VendorCode, failure.VendorMessage));
        Assert.Equal((PlatformErrorCategory.AuthenticationError, true, status), (failure.Category, failure.EndsPipeline, failure.HttpStatus!.Value));
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("400", "DigitalPerson.RequestRejected", PlatformErrorCategory.InvalidArgument, 1)]
    [InlineData("\"403\"", "DigitalPerson.RequestRejected", PlatformErrorCategory.InvalidArgument, 1)]
    [InlineData("429", "DigitalPerson.TooManyRequests", PlatformErrorCategory.LimitsExceeded, 3)]
    [InlineData("500", "DigitalPerson.ServerError", PlatformErrorCategory.ResourceUnavailable, 3)]
    [InlineData("10001", "DigitalPerson.RequestRejected", PlatformErrorCategory.InvalidArgument, 1)]
    public async Task Other_codes_are_mapped_like_HTTP_status_codes(string code, string errorId, PlatformErrorCategory category, int requests)
    {
        Response("workList", $$"""{"code":{{code}},"data":null,"requestId":"lDtsguQz","resultMsg":"业务处理失败","host":"h","errorStackTrace":null}""", int.MaxValue);

        var failure = await FailureOf(() => ReadAsync(DigitalPerson(configure: options => options.MaximumRetryCount = 2)));

        Assert.Equal((errorId, category), (failure.ErrorId, failure.Category));
        Assert.Equal((code.Trim('"'), "业务处理失败", "lDtsguQz"), (failure.VendorCode, failure.VendorMessage, failure.RequestId));
        Assert.Equal("workList", failure.Call);
        Assert.Equal(requests, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("应用", "19999999999")]
    [InlineData("app", "张三")]
    [InlineData("app\r\nx: y", "19999999999")]
    [InlineData("app", "1\n2")]
    public void Invalid_header_characters_are_rejected(string appId, string account)
    {
        var exception = Assert.Throws<ArgumentException>(() => DigitalPerson(appId, account: account));

        Assert.False(string.IsNullOrWhiteSpace(exception.Message));
    }
}
