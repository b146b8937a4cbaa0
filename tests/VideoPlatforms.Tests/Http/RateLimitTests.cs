using System.Diagnostics;

namespace VideoPlatforms.Tests.Http;

public sealed class RateLimitTests : SandboxTest
{
    [Fact]
    public async Task All_users_of_a_session_share_its_limit()
    {
        const int Users = 8;
        const int Calls = 5;
        const double PerSecond = 50;
        var client = Polyv(configure: options => options.RequestsPerSecond = PerSecond);

        await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                await ListAsync(client, options: new() { First = 1, PageSize = 1 });
            }
        })));

        // A tenth of a second's worth may come at once; the rest comes at the limit's pace. A request may
        // reach the log late, so that a later one seems to follow in haste: never more than so many.
        var times = Sandbox.Requests.Select(request => request.ReceivedAt).Order().ToList();
        Assert.Equal(Users * Calls, times.Count);
        var leastTime = TimeSpan.FromSeconds(((Users * Calls) - (PerSecond / 10)) / PerSecond);
        Assert.InRange(times[^1] - times[0], leastTime - TimeSpan.FromMilliseconds(150), leastTime * 5);
        for (var from = 0; from < times.Count; from++)
        {
            var withinQuarter = times.Skip(from).TakeWhile(time => time - times[from] < TimeSpan.FromMilliseconds(250)).Count();
            Assert.InRange(withinQuarter, 1, (PerSecond / 10) + (PerSecond * 0.5));
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_turn_at_once()
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
    public async Task Two_sessions_have_two_limits()
    {
        var slow = Polyv(configure: options => options.RequestsPerSecond = 0.01);
        var other = Polyv(configure: options => options.RequestsPerSecond = 0.01);

        await ListAsync(slow, options: new() { First = 1 });
        await ListAsync(other, options: new() { First = 1 }).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, Sandbox.Requests.Count);
    }
}
