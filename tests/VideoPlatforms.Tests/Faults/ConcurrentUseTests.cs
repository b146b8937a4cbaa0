using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Tests.Faults;

/// <summary>A thousand calls from eight concurrent users of one session: all succeed, and the rate limit is observed.</summary>
[Collection(Measured.Name)]
public sealed class ConcurrentUseTests : PlatformTest
{
    private const int Users = 8;
    private const int Calls = 125;
    private const int PerSecond = 400;

    [Fact]
    public async Task Thousand_calls_observe_the_limit()
    {
        var client = Polyv(configure: options => options.RequestsPerSecond = PerSecond);

        var counts = await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (var call = 0; call < Calls; call++)
            {
                await foreach (var batch in client.ListVideosAsync(new(), new() { First = 1, PageSize = 1 }, SilentObserver.Instance))
                {
                    count += batch.Items.Count;
                }
            }

            return count;
        })));

        Assert.All(counts, count => Assert.Equal(Calls, count));
        var times = Sandbox.Requests.Select(request => request.ReceivedAt).Order().ToList();
        Assert.Equal(Users * Calls, times.Count);

        // The limiter allows a burst of a tenth of a second, a late tick of its timer can bring a second burst close to
        // the next, and the latest request of each user can be logged late.
        const int most = PerSecond + (2 * (PerSecond / 10)) + Users;
        var from = 0;
        for (var to = 0; to < times.Count; to++)
        {
            while (times[to] - times[from] >= TimeSpan.FromSeconds(1))
            {
                from++;
            }

            Assert.InRange(to - from + 1, 1, most);
        }

        Assert.InRange((times[^1] - times[0]).TotalSeconds, ((Users * Calls) - most) / (double)PerSecond, 20);
    }

    [Fact]
    public async Task Low_server_limit_rejects_no_call()
    {
        // The server enforces its own limit: a request above it is rejected with 40001.
        Sandbox.Chanjing.RequestsPerSecond = 22;
        var client = Chanjing(configure: options => options.RequestsPerSecond = 20);
        await client.SignInAsync(Host);

        await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < 5; call++)
            {
                await ReadAnyAsync(client, new() { First = 1, PageSize = 1 });
            }
        })));

        Assert.Equal(Users * 5, Received("video_list").Count);
        Assert.Empty(Host.Waits);
    }
}
