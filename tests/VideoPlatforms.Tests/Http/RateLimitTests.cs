using System.Diagnostics;

namespace VideoPlatforms.Tests.Http;

public sealed class RateLimitTests : SandboxTest
{
    [Fact]
    public async Task Concurrent_callers_share_the_limit_of_a_session()
    {
        const int Callers = 8;
        const int Calls = 5;
        const double PerSecond = 50;
        var client = Polyv(configure: options => options.RequestsPerSecond = PerSecond);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                await ListAsync(client, options: new() { First = 1, PageSize = 1 });
            }
        })));

        // A burst of a tenth of a second is allowed; the other requests follow at the limit. A request may
        // be logged late, so that the next one seems to follow too early: the upper bound allows for it.
        var times = Sandbox.Requests.Select(request => request.ReceivedAt).Order().ToList();
        Assert.Equal(Callers * Calls, times.Count);
        var leastTime = TimeSpan.FromSeconds(((Callers * Calls) - (PerSecond / 10)) / PerSecond);
        Assert.InRange(times[^1] - times[0], leastTime - TimeSpan.FromMilliseconds(150), leastTime * 5);
        for (var from = 0; from < times.Count; from++)
        {
            var withinQuarter = times.Skip(from).TakeWhile(time => time - times[from] < TimeSpan.FromMilliseconds(250)).Count();
            Assert.InRange(withinQuarter, 1, (PerSecond / 10) + (PerSecond * 0.5));
        }
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_for_the_limiter_at_once()
    {
        var client = Polyv(configure: options => options.RequestsPerSecond = 0.01);
        await ListAsync(client, options: new() { First = 1 });
        using var stopping = new CancellationTokenSource();
        var listing = ListAsync(client, options: new() { First = 1 }, cancellationToken: stopping.Token);

        var watch = Stopwatch.StartNew();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Each_session_has_a_separate_limit()
    {
        var slow = Polyv(configure: options => options.RequestsPerSecond = 0.01);
        var other = Polyv(configure: options => options.RequestsPerSecond = 0.01);

        await ListAsync(slow, options: new() { First = 1 });
        await ListAsync(other, options: new() { First = 1 }).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, Sandbox.Requests.Count);
    }
}
