using System.Diagnostics;
using System.Net.NetworkInformation;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Faults;

/// <summary>Cancellation ends every wait of a call within 500 ms, and closing the session leaves no connection and no timer.</summary>
[Collection(Measured.Name)]
public sealed class CancellationTests : PlatformTest
{
    private static readonly TimeSpan MaxCancellationTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("request")]
    [InlineData("body")]
    [InlineData("retry")]
    [InlineData("limiter")]
    [InlineData("login")]
    [InlineData("renewal")]
    [InlineData("turn")]
    [InlineData("write")]
    public Task Cancellation_ends_every_wait_and_leaves_no_resources(string state) => TimerCheck.LeavesNoneAsync(() => CancelAsync(state));

    [Fact]
    public async Task Closing_the_session_ends_a_wait()
    {
        var client = Qushipin();
        var waiting = await BeginAsync(client, "retry", default);

        var watch = Stopwatch.StartNew();
        client.Dispose();
        var failure = await FailureOf(() => waiting);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MaxCancellationTime);
        Assert.Equal("Qushipin.NotConnected", failure.ErrorId);
    }

    private async Task CancelAsync(string state)
    {
        using var stopping = new CancellationTokenSource();
        var client = Qushipin(configure: options => options.RequestsPerSecond = state == "limiter" ? 0.05 : 10_000);
        var waiting = await BeginAsync(client, state, stopping.Token);

        var watch = Stopwatch.StartNew();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        var took = watch.Elapsed;

        Assert.InRange(took, TimeSpan.Zero, MaxCancellationTime);
        Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, Patience), "A request still runs.");
        var asked = Sandbox.Requests.Count;
        client.Dispose();
        Assert.True(SpinWait.SpinUntil(() => Connections() == 0, Patience), "A connection is still open.");
        Assert.Equal(asked, Sandbox.Requests.Count);
    }

    private async Task<Task> BeginAsync(QushipinClient client, string state, CancellationToken stopping)
    {
        var list = () => ListRunner.RunAsync(client.ListAsync(new(), Host, stopping), new(), Host, stopping);
        if (state != "login")
        {
            await client.SignInAsync(Host, default);
        }

        Sandbox.Requests.Clear();
        switch (state)
        {
            case "request":
                return await UntilReceivedAsync(list, new() { Kind = FaultKind.Latency, Path = "getVideos", Delay = TimeSpan.FromMinutes(1) });
            case "body":
                return await UntilReceivedAsync(list, new() { Kind = FaultKind.SlowBody, Path = "getVideos", Delay = TimeSpan.FromMinutes(1) });
            case "write":
                return await UntilReceivedAsync(
                    () => client.AuditAsync(Sandbox.Qushipin.Videos[0].VideoId, new(QushipinAuditStatus.Normal), Host, stopping),
                    new() { Kind = FaultKind.Latency, Path = "createAudit", Delay = TimeSpan.FromMinutes(1) });
            case "login":
                return await UntilReceivedAsync(list, new() { Kind = FaultKind.Latency, Path = "login", Delay = TimeSpan.FromMinutes(1) });
            case "renewal":
                Sandbox.Qushipin.RevokeTokens();
                return await UntilReceivedAsync(list, new() { Kind = FaultKind.Latency, Path = "login", Delay = TimeSpan.FromMinutes(1) }, requests: 2);
            case "turn":
                // Two calls need the new token: one requests it, the other waits for it, and both are canceled.
                Sandbox.Qushipin.RevokeTokens();
                return await UntilReceivedAsync(() => Task.WhenAll(list(), list()), new() { Kind = FaultKind.Latency, Path = "login", Delay = TimeSpan.FromMinutes(1) }, requests: 3);
            case "retry":
                Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "50", Path = "getVideos" });
                var waits = Host.Waits.Count;
                var waiting = list();
                Assert.True(SpinWait.SpinUntil(() => Host.Waits.Count > waits, Patience));
                return waiting;
            default:
                // The login used the only permit of the next twenty seconds.
                var turn = list();
                Assert.False(turn.IsCompleted);
                return turn;
        }
    }

    private async Task<Task> UntilReceivedAsync(Func<Task> work, Fault fault, int requests = 1)
    {
        Sandbox.Faults.Add(fault);
        var begun = work();
        Assert.True(SpinWait.SpinUntil(() => Sandbox.Requests.Count >= requests && Sandbox.ActiveRequests >= 1, Patience));
        await Task.Yield();
        return begun;
    }

    // The client's connections to the sandbox.
    private int Connections() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
            .Count(connection => connection.State == TcpState.Established && connection.RemoteEndPoint.Port == Sandbox.Port);
}
