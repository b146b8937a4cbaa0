using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Commands;

/// <summary>A session that is closed while it is used.</summary>
public sealed class ClosingTests : SandboxTest
{
    [Fact]
    public async Task A_call_under_way_ends_as_not_connected()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromSeconds(30), Before = () => arrived.TrySetResult() });
        var client = Polyv();
        var failing = FailAsync(client);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));

        client.Dispose();

        Assert.Equal("Polyv.NotConnected", (await failing.WaitAsync(TimeSpan.FromSeconds(10))).ErrorId);
    }

    [Fact]
    public async Task A_wait_for_a_retry_ends_as_not_connected()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, RetryAfter = "30" });
        var client = Polyv();
        var failing = FailAsync(client);
        await Host.FirstWait;

        client.Dispose();

        Assert.Equal("Polyv.NotConnected", (await failing.WaitAsync(TimeSpan.FromSeconds(10))).ErrorId);
    }

    [Fact]
    public async Task A_wait_for_a_turn_ends_as_not_connected()
    {
        var client = Polyv(configure: options => options.RequestsPerSecond = 0.01);
        await ListAsync(client, options: new() { First = 1 });
        var failing = FailAsync(client);

        client.Dispose();

        Assert.Equal("Polyv.NotConnected", (await failing.WaitAsync(TimeSpan.FromSeconds(10))).ErrorId);
    }

    [Fact]
    public async Task At_whatever_moment_it_is_closed_every_user_gets_a_list_or_that_one_error()
    {
        for (var round = 0; round < 40; round++)
        {
            var client = Polyv();
            var using8 = Enumerable.Range(0, 8).Select(user => Task.Run(async () =>
            {
                while (true)
                {
                    await foreach (var _ in client.ListVideosAsync(new(), new() { PageSize = 100 }, SilentObserver.Instance))
                    {
                    }
                }
            })).ToList();

            // Sooner and later: before the first request, in the middle of some, after many.
            SpinWait.SpinUntil(() => Sandbox.Requests.Count >= round * 2, TimeSpan.FromSeconds(10));
            client.Dispose();

            foreach (var user in using8)
            {
                var failure = await Record.ExceptionAsync(() => user.WaitAsync(TimeSpan.FromSeconds(10)));
                Assert.Equal("Polyv.NotConnected", Assert.IsType<PlatformException>(failure).ErrorId);
            }

            Sandbox.Requests.Clear();
        }
    }
}
