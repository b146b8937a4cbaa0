using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Benchmarks;

/// <summary>Lists a million videos, in a pipeline and without one, and watches what the process holds on the way.</summary>
internal static class Soak
{
    public const int Total = 1_000_000;

    // So long a response takes: without it the list would be over before anything could pile up.
    private const int Latency = 40;

    /// <summary>Both, one after the other; gives the tables in markdown.</summary>
    public static async Task<string> RunAsync()
    {
        using var server = await ServerProcess.StartAsync(Total, Latency);
        var total = Total.ToString(CultureInfo.InvariantCulture);
        return Table(
                "Through the module in PowerShell: `Get-PolyvVideo | ForEach-Object`",
                await ChildProcess.ReadLinesAsync(
                    "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Peers", "soak.ps1"), "-Server", server.Address.AbsoluteUri, "-Module", Repository.Module, "-Total", total))
            + Table("Through the client without PowerShell", await ChildProcess.ReadOwnLinesAsync("soak-client", server.Address.AbsoluteUri));
    }

    /// <summary>Lists with the client in this process, and writes a line of JSON per tenth of the way.</summary>
    public static async Task ListAsync(Uri server)
    {
        using var client = new PolyvClient("bench", new NetworkCredential("", "bench-secret").SecurePassword, new() { BaseUri = server, RequestsPerSecond = 10_000 });
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        await foreach (var batch in client.ListVideosAsync(new(), new ListOptions(), SilentObserver.Instance))
        {
            var tenths = count / (Total / 10);
            count += batch.Items.Count;
            if (count / (Total / 10) > tenths)
            {
                Console.WriteLine(JsonSerializer.Serialize(Holding.Now(count, Stopwatch.GetElapsedTime(started))));
            }
        }
    }

    private static string Table(string title, IEnumerable<string> lines)
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"### {title}").AppendLine();
        table.AppendLine("| objects | seconds | memory MB | heap MB | handles | threads |");
        table.AppendLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var line in lines)
        {
            var held = JsonSerializer.Deserialize<Holding>(line)!;
            table.AppendLine(CultureInfo.InvariantCulture, $"| {held.Count:N0} | {held.Seconds:0} | {held.Memory:0} | {held.Heap:0} | {held.Handles} | {held.Threads} |");
        }

        return table.AppendLine().ToString();
    }
}

/// <summary>What a process holds at a moment.</summary>
internal sealed record Holding(
    [property: JsonPropertyName("count")] long Count,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("memory")] double Memory,
    [property: JsonPropertyName("heap")] double Heap,
    [property: JsonPropertyName("handles")] int Handles,
    [property: JsonPropertyName("threads")] int Threads)
{
    private const string OpenFiles = "/proc/self/fd";

    /// <summary>What this process holds now.</summary>
    public static Holding Now(long count, TimeSpan elapsed)
    {
        using var process = Process.GetCurrentProcess();
        return new(
            count,
            elapsed.TotalSeconds,
            process.WorkingSet64 / 1e6,
            GC.GetTotalMemory(forceFullCollection: false) / 1e6,
            Directory.Exists(OpenFiles) ? Directory.GetFileSystemEntries(OpenFiles).Length : process.HandleCount,
            process.Threads.Count);
    }
}
