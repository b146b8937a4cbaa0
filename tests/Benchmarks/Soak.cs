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

/// <summary>Lists a million videos, with and without a pipeline, and records the resources of the process.</summary>
internal static class Soak
{
    public const int Total = 1_000_000;

    // The response time in milliseconds. Without it, the list would end before resources can accumulate.
    private const int Latency = 40;

    /// <summary>Runs both lists one after the other, and returns the tables in Markdown.</summary>
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

    /// <summary>Lists with the client in this process, and writes a line of JSON for each tenth of the list.</summary>
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
                Console.WriteLine(JsonSerializer.Serialize(ResourceUsage.Now(count, Stopwatch.GetElapsedTime(started))));
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
            var usage = JsonSerializer.Deserialize<ResourceUsage>(line)!;
            table.AppendLine(CultureInfo.InvariantCulture, $"| {usage.Count:N0} | {usage.Seconds:0} | {usage.Memory:0} | {usage.Heap:0} | {usage.Handles} | {usage.Threads} |");
        }

        return table.AppendLine().ToString();
    }
}

/// <summary>The resources of a process at a point in time.</summary>
internal sealed record ResourceUsage(
    [property: JsonPropertyName("count")] long Count,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("memory")] double Memory,
    [property: JsonPropertyName("heap")] double Heap,
    [property: JsonPropertyName("handles")] int Handles,
    [property: JsonPropertyName("threads")] int Threads)
{
    private const string OpenFiles = "/proc/self/fd";

    /// <summary>The current resources of this process.</summary>
    public static ResourceUsage Now(long count, TimeSpan elapsed)
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
