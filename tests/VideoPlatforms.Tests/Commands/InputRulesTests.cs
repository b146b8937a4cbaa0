using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Tests.Commands;

/// <summary>Invalid input is rejected before a request is sent.</summary>
public sealed class InputRulesTests : SandboxTest
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData("\u3000")]
    [InlineData(null)]
    public void User_id_must_not_be_empty(string? userId) =>
        AssertRejected(() => new PolyvClient(userId!, Secure("key"), new() { BaseUri = Sandbox.RootUri }), Messages.NotWhiteSpace);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Key_must_not_be_empty(string key) =>
        AssertRejected(() => new PolyvClient("user", Secure(key), new() { BaseUri = Sandbox.RootUri }), Messages.NotWhiteSpace);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(int.MaxValue)]
    public void Page_size_must_be_between_1_and_1000(int size) => AssertRejected(() => new ListOptions { PageSize = size }, "between 1 and 1000");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void Throttle_limit_must_be_between_1_and_64(int limit) => AssertRejected(() => new ListOptions { ThrottleLimit = limit }, "between 1 and 64");

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void First_and_skip_must_not_be_negative(long count)
    {
        AssertRejected(() => new ListOptions { Skip = count }, "0 or more");
        AssertRejected(() => new ListOptions { First = count }, "0 or more");
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("file:///etc/hosts")]
    [InlineData("ws://example.com")]
    [InlineData("example.com/path")]
    [InlineData("//example.com")]
    [InlineData("/v2")]
    [InlineData("https://user:password@example.com")]
    [InlineData("https://user@example.com")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("https://example.com/#fragment")]
    public void Base_address_must_be_an_http_or_https_url(string address)
    {
        var exception = AssertRejected(() => new ConnectionOptions { BaseUri = new(address, UriKind.RelativeOrAbsolute) }, "http or https");
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("HTTPS://Example.COM:8443/a/b/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://例子.cn/路径")]
    public void Valid_base_address_is_accepted(string address) => Assert.True(InputRules.HttpAddress.Allows(new(address)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("test1")]
    [InlineData("test1@")]
    [InlineData("@zzs.com")]
    [InlineData("a b@zzs.com")]
    [InlineData(" a@zzs.com")]
    [InlineData("a@zzs.com ")]
    [InlineData("a@zzs.com\n")]
    [InlineData("A <a@zzs.com>")]
    [InlineData("a@zzs.com, b@zzs.com")]
    [InlineData("a@b@zzs.com")]
    public void Uploader_must_be_one_email_address(string email) => AssertRejected(() => new PolyvVideoFilter { UploaderEmail = email }, "email address");

    [Theory]
    [InlineData("test1@zzs.com")]
    [InlineData("ops+video@example.com")]
    [InlineData("o'brien.x_y-z@sub.example.co")]
    [InlineData("张三@例子.cn")]
    [InlineData("a@b")]
    public void Valid_email_address_is_accepted(string email) => Assert.Equal(email, new PolyvVideoFilter { UploaderEmail = email }.UploaderEmail);

    [Fact]
    public void Timeouts_retries_and_rates_must_be_in_range()
    {
        AssertRejected(() => new ConnectionOptions { Timeout = TimeSpan.Zero }, Messages.TimeoutRange);
        AssertRejected(() => new ConnectionOptions { Timeout = TimeSpan.FromSeconds(-1) }, Messages.TimeoutRange);
        AssertRejected(() => new ConnectionOptions { Timeout = TimeSpan.FromDays(1.001) }, Messages.TimeoutRange);
        AssertRejected(() => new ConnectionOptions { MaximumRetryCount = -1 }, Messages.RetryCountRange);
        AssertRejected(() => new ConnectionOptions { MaximumRetryCount = 101 }, Messages.RetryCountRange);
        AssertRejected(() => new ConnectionOptions { RequestsPerSecond = 0 }, Messages.RequestsPerSecondRange);
        AssertRejected(() => new ConnectionOptions { RequestsPerSecond = -5 }, Messages.RequestsPerSecondRange);
        AssertRejected(() => new ConnectionOptions { RequestsPerSecond = double.NaN }, Messages.RequestsPerSecondRange);
        AssertRejected(() => new ConnectionOptions { RequestsPerSecond = 10_001 }, Messages.RequestsPerSecondRange);
    }

    private ArgumentException AssertRejected(Func<object> use, string sentence)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => _ = use());
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Requests.Count);
        return exception;
    }
}
