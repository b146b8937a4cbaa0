using System.Diagnostics;
using System.Net.NetworkInformation;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>Cancellation ends every wait of an export or a comparison within 500 ms, and leaves no file, no connection and no timer.</summary>
[Collection(Measured.Name)]
public sealed class InventoryCancellationTests : InventoryTest
{
    private static readonly TimeSpan MaxCancellationTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("export", "request")]
    [InlineData("export", "body")]
    [InlineData("export", "retry")]
    [InlineData("compare", "request")]
    [InlineData("compare", "body")]
    [InlineData("compare", "retry")]
    public Task Cancellation_ends_every_wait_and_leaves_no_resources(string work, string state) => TimerCheck.LeavesNoneAsync(() => CancelAsync(work, state));

    private async Task CancelAsync(string work, string state)
    {
        var session = new VideoPlatformSession("default", ClientOf(Platform.Polyv));
        Store.Add(session);
        await ExportAsync("whole.jsonl");
        var waits = Host.Waits.Count;
        using var stopping = new CancellationTokenSource();
        Sandbox.Requests.Clear();
        Sandbox.Faults.Add(state switch
        {
            "request" => new() { Kind = FaultKind.Latency, Skip = 1, Delay = TimeSpan.FromMinutes(1) },
            "body" => new() { Kind = FaultKind.SlowBody, Skip = 1, Delay = TimeSpan.FromMinutes(1) },
            _ => new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "50", Skip = 1 },
        });

        var running = work == "export" ? ExportAsync(session, stopping.Token) : CompareAsync(stopping.Token);
        if (state == "retry")
        {
            Assert.True(SpinWait.SpinUntil(() => Host.Waits.Count > waits, Patience));
        }
        else
        {
            Assert.True(SpinWait.SpinUntil(() => Sandbox.Requests.Count >= 2 && Sandbox.ActiveRequests >= 1, Patience));
        }

        var watch = Stopwatch.StartNew();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MaxCancellationTime);
        Assert.Equal([PathOf("whole.jsonl")], Directory.GetFiles(Folder));
        Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, Patience), "A request still runs.");
        Store.Close(session);
        Assert.True(SpinWait.SpinUntil(() => Connections() == 0, Patience), "A connection is still open.");
        File.Delete(PathOf("whole.jsonl"));
    }

    private async Task ExportAsync(VideoPlatformSession session, CancellationToken cancellationToken)
    {
        using var exporter = (await InventoryExporter.StartAsync(new(PathOf("a.jsonl"), ForSpreadsheet: false, Force: false), Host))!;
        await exporter.RunAsync([session], Host, cancellationToken);
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        using var comparer = new InventoryComparer(new(null, null));
        await comparer.ReadReferenceAsync([new(PathOf("whole.jsonl"), null)], Host, cancellationToken);
        await comparer.CompareAsync(Store, Host, cancellationToken);
    }

    private int Connections() =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
            .Count(connection => connection.State == TcpState.Established && connection.RemoteEndPoint.Port == Sandbox.Port);
}
