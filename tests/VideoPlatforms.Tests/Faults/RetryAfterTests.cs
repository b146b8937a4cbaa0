using System.Globalization;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>A requested delay that is too long is not observed: the error contains it.</summary>
public sealed class RetryAfterTests : PlatformTest
{
    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "ServerError")]
    public async Task Error_contains_the_requested_delay(int status, string reason)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, RetryAfter = "3600", Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal(reason, failure.Reason);
        Assert.Contains("The server requests a wait of 3600 s.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Requested_date_is_reported_in_seconds()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, RetryAfter = DateTimeOffset.UtcNow.AddMinutes(90).ToString("r", CultureInfo.InvariantCulture), Times = int.MaxValue });

        Assert.Matches("The server requests a wait of 5(39|40).? s[.]", (await FailAsync(Polyv())).Message);
    }

    [Fact]
    public async Task Short_delay_is_reported_if_no_retry_is_allowed()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, RetryAfter = "4", Times = int.MaxValue });

        Assert.Contains("wait of 4 s", (await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_limit_error_is_retried_then_reported()
    {
        Response("video_list", """{"trace_id":"t-4711","code":40001,"msg":"too many requests a second","data":null}""", times: 2);
        await ReadAnyAsync(Chanjing(configure: options => options.MaximumRetryCount = 2));
        Assert.Equal(2, Host.Waits.Count);

        Response("video_list", """{"trace_id":"t-4711","code":40001,"msg":"too many requests a second","data":null}""", times: int.MaxValue);
        var failure = await FailureOf(() => ReadAnyAsync(Chanjing(configure: options => options.MaximumRetryCount = 1)));

        Assert.Equal(("Chanjing.TooManyRequests", "40001", "t-4711"), (failure.ErrorId, failure.VendorCode, failure.RequestId));
        Assert.Contains("Request ID: t-4711", failure.Message, StringComparison.Ordinal);
    }
}
