using System.Diagnostics;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class TimeoutTests : SandboxTest
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    [Theory]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.SlowBody)]
    public async Task Each_attempt_has_its_own_timeout(FaultKind kind)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Delay = TimeSpan.FromSeconds(20), Times = 2 });
        var watch = Stopwatch.StartNew();

        var videos = await ListAsync(Polyv(configure: options => options.Timeout = TimeSpan.FromSeconds(1)), options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        Assert.Equal(["TimedOut", "TimedOut"], Host.Waits.Select(wait => wait.Reason));
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(1950), TimeSpan.FromSeconds(18));
    }

    [Theory]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.SlowBody)]
    public async Task Timeout_is_reported_after_the_last_retry(FaultKind kind)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Delay = TimeSpan.FromSeconds(20), Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options =>
        {
            options.Timeout = Short;
            options.MaximumRetryCount = 1;
        }));

        Assert.Equal("Polyv.TimedOut", failure.ErrorId);
        Assert.Equal(PlatformErrorCategory.OperationTimeout, failure.Category);
        Assert.False(failure.EndsPipeline);
        Assert.Contains("0.15", failure.VendorMessage, StringComparison.Ordinal);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Retry_delay_does_not_count_toward_the_timeout()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "3" });

        var videos = await ListAsync(Polyv(configure: options => options.Timeout = TimeSpan.FromSeconds(2.5)), options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
    }

    [Fact]
    public async Task Limiter_delay_does_not_count_toward_the_timeout()
    {
        var client = Polyv(configure: options =>
        {
            options.RequestsPerSecond = 0.3;
            options.Timeout = TimeSpan.FromSeconds(3);
            options.MaximumRetryCount = 0;
        });

        var videos = await ListAsync(client, options: new() { PageSize = 150 });

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
    }
}
