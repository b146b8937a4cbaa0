using System.Diagnostics;
using System.Net.NetworkInformation;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Downloads;

/// <summary>Cancellation ends every wait of a download within 500 ms, and leaves no connection, no timer and no lock.</summary>
[Collection(Measured.Name)]
public sealed class SaveCancellationTests : SaveTest
{
    private static readonly TimeSpan MaxCancellationTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("request")]
    [InlineData("body")]
    [InlineData("retry")]
    [InlineData("bandwidth")]
    [InlineData("address")]
    public async Task Cancellation_ends_every_wait_and_leaves_no_resources(string state)
    {
        Sandbox.Media.AddressLifetime = TimeSpan.FromHours(1);
        var video = (await VideosWithFilesAsync(Platform.Qushipin))[0];
        foreach (var session in Sessions.All.Where(session => session.Platform != Platform.Qushipin))
        {
            Sessions.Close(session);
        }

        await TimerCheck.LeavesNoneAsync(() => CancelAsync(video, state));

        Sessions.Close(Sessions.Default(Platform.Qushipin));
        Assert.True(SpinWait.SpinUntil(() => Connections() == 0, Patience), "A connection is still open.");
    }

    [Fact]
    public async Task Completion_leaves_no_resources()
    {
        var videos = await VideosWithFilesAsync(Platform.Qushipin);
        await TimerCheck.LeavesNoneAsync(() => CompleteAsync(videos));
    }

    private async Task CancelAsync(VideoReference video, string state)
    {
        using var stopping = new CancellationTokenSource();
        Prepare(state);
        var options = Quick with { Download = new() { BytesPerSecond = state == "bandwidth" ? 100 : null } };
        var saving = SaveAsync([video], options, stopping.Token);
        Assert.True(SpinWait.SpinUntil(() => IsWaiting(state), Patience));

        var watch = Stopwatch.StartNew();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving.WaitAsync(Patience));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MaxCancellationTime);
        Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, Patience), "A request still runs.");
        Assert.DoesNotContain(".videoplatforms.lock", Files());
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }

    private async Task CompleteAsync(List<VideoReference> videos)
    {
        var connections = Connections();
        await SaveAsync(videos);
        await using (var checker = new LinkChecker(4, default))
        {
            await checker.AddAsync(videos, Host, default);
            await checker.CompleteAsync(Host, default);
        }

        Assert.True(SpinWait.SpinUntil(() => Connections() <= connections, Patience), "A connection is still open.");
    }

    private void Prepare(string state)
    {
        Sandbox.Requests.Clear();
        switch (state)
        {
            case "request":
                Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "/media/", Delay = TimeSpan.FromMinutes(1) });
                break;
            case "body":
                Sandbox.Faults.Add(new() { Kind = FaultKind.StalledBody, Path = "/media/", After = 3000 });
                break;
            case "retry":
                Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "50", Path = "/media/" });
                break;
            case "address":
                Sandbox.Media.ExpireAddresses();
                Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "getVideoById", Delay = TimeSpan.FromMinutes(1) });
                break;
        }
    }

    private bool IsWaiting(string state) => state switch
    {
        "request" => MediaRequests.Count == 1 && Sandbox.ActiveRequests == 1,
        "retry" => MediaRequests.Count == 1 && Sandbox.ActiveRequests == 0 && !Host.Waits.IsEmpty,
        "address" => Received("getVideoById").Count == 1 && Sandbox.ActiveRequests == 1,
        _ => Files().Exists(file => file.EndsWith(".partial", StringComparison.Ordinal) && new FileInfo(Path.Combine(Folder, file)).Length > 0),
    };

    private int Connections() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
            .Count(connection => connection.State == TcpState.Established && connection.RemoteEndPoint.Port == Sandbox.Port);
}
