using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Commands;

/// <summary>A session that is closed while it is in use.</summary>
public sealed class ClosingTests : SandboxTest
{
    [Fact]
    public async Task Closing_the_session_ends_a_request_as_not_connected()
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
    public async Task Closing_the_session_ends_a_retry_delay_as_not_connected()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, RetryAfter = "30" });
        var client = Polyv();
        var failing = FailAsync(client);
        await Host.FirstWait;

        client.Dispose();

        Assert.Equal("Polyv.NotConnected", (await failing.WaitAsync(TimeSpan.FromSeconds(10))).ErrorId);
    }

    [Fact]
    public async Task Closing_the_session_ends_a_limiter_delay_as_not_connected()
    {
        var client = Polyv(configure: options => options.RequestsPerSecond = 0.01);
        await ListAsync(client, options: new() { First = 1 });
        var failing = FailAsync(client);

        client.Dispose();

        Assert.Equal("Polyv.NotConnected", (await failing.WaitAsync(TimeSpan.FromSeconds(10))).ErrorId);
    }

    [Fact]
    public async Task Closing_the_session_at_any_time_ends_every_caller_as_not_connected()
    {
        for (var round = 0; round < 40; round++)
        {
            var client = Polyv();
            var callers = Enumerable.Range(0, 8).Select(user => Task.Run(async () =>
            {
                while (true)
                {
                    await foreach (var _ in client.ListVideosAsync(new(), new() { PageSize = 100 }, SilentObserver.Instance))
                    {
                    }
                }
            })).ToList();

            // At different times: before the first request, during requests, and after many requests.
            SpinWait.SpinUntil(() => Sandbox.Requests.Count >= round * 2, TimeSpan.FromSeconds(10));
            client.Dispose();

            foreach (var user in callers)
            {
                var failure = await Record.ExceptionAsync(() => user.WaitAsync(TimeSpan.FromSeconds(10)));
                Assert.Equal("Polyv.NotConnected", Assert.IsType<PlatformException>(failure).ErrorId);
            }

            Sandbox.Requests.Clear();
        }
    }
}
