using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using VideoPlatforms.Benchmarks;

// Without arguments, all comparisons are run. The other arguments start the measured processes.
switch (args)
{
    case ["serve", var total, var latency]:
        return await FastServer.RunAsync(int.Parse(total, CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)));

    case ["bare", var server, var pageSize, var part]:
        Console.WriteLine(JsonSerializer.Serialize(await BareClient.ListAsync(new Uri(server), int.Parse(pageSize, CultureInfo.InvariantCulture), part)));
        return 0;

    case ["soak"]:
        return await WithPowerShellAsync(async () => Console.WriteLine(await Soak.RunAsync()));

    case ["soak-client", var server]:
        await Soak.ListAsync(new Uri(server));
        return 0;

    case ["save", var folder, var list, var throttle, .. var more]:
        return await SaveProcess.RunAsync(folder, list, throttle, withMetadata: more is ["metadata"]);

    case ["serve-files"]:
        return await DownloadComparison.ServeAsync();

    case ["report", var path, .. var count]:
        return await ReportProcess.RunAsync(path, count is [var videos] ? int.Parse(videos, CultureInfo.InvariantCulture) : 100_000);

    case ["inventory"]:
        return await WithPowerShellAsync(InventoryComparison.ExportAsync);

    case ["compare"]:
        return await WithPowerShellAsync(InventoryComparison.CompareAsync);

    case ["kill", .. var count]:
        return await KillTest.RunAsync(count is [var kills] ? int.Parse(kills, CultureInfo.InvariantCulture) : 1000);

    case ["downloads", .. var settings]:
        await DownloadComparison.RunAsync(
            settings is [var root, ..] ? root : Path.Combine(Path.GetTempPath(), "videoplatforms-downloads"), settings is [_, var runs] ? int.Parse(runs, CultureInfo.InvariantCulture) : 3);
        return 0;

    case ["allocations"]:
        // The validator rejects PowerShell's reference assembly, which a peer references, because it is not optimized.
        BenchmarkRunner.Run<ClientBenchmarks>(DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithOptions(ConfigOptions.DisableOptimizationsValidator));
        return 0;

    case []:
        return await WithPowerShellAsync(CompareAsync);

    default:
        Console.Error.WriteLine("Usage: VideoPlatforms.Benchmarks [allocations | soak | downloads [folder] | inventory | compare | kill [count] | report file [count]]");
        return 1;
}

static async Task<int> WithPowerShellAsync(Func<Task> run)
{
    try
    {
        await run();
        return 0;
    }
    catch (Win32Exception exception)
    {
        Console.Error.WriteLine($"PowerShell 7 is what the module is measured in, and pwsh could not be started: {exception.Message} Install it, or run with the argument allocations, which does without.");
        return 1;
    }
}

static async Task CompareAsync()
{
    const int Runs = 5;
    const int Pages = 200;
    var report = new StringBuilder();
    report.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}. Medians of {Runs} runs, in one run against the same server; the first row of each table is what the ratios compare with.").AppendLine();

    using (var server = await ServerProcess.StartAsync(50_000, 0))
    {
        await AddAsync(server, "Import into a fresh PowerShell", Peer.Import("module", Repository.Module), Peer.Import("empty module", Peer.EmptyModule));
        await AddAsync(server, "First object of a warm session, with a page of 100 on its way", Peer.Module("first"), Peer.Bare("page"));
        await AddAsync(server, "50,000 videos, pages of 100", Peer.Bare(), Peer.Bare("warm"), Peer.Plain("null"), Peer.Module("null"), Peer.Script("null"), Peer.Plain("foreach"), Peer.Module("foreach"), Peer.Script("foreach"));
        await AddAsync(server, "50,000 videos and what comes after", Peer.Module("csv"), Peer.Script("csv"), Peer.Module("where"), Peer.Script("where"));
        await AddAsync(server, "1,000 audits, one by one in the pipeline", Peer.Module("audit"), Peer.Script("audit"));
    }

    using (var server = await ServerProcess.StartAsync(500_000, 0))
    {
        Peer[] peers = [Peer.Bare(), Peer.Bare("warm"), Peer.Plain("null"), Peer.Module("null"), Peer.Module("second list, null"), Peer.Plain("foreach"), Peer.Module("foreach"), Peer.Script("foreach")];
        await AddAsync(server, "500,000 videos, pages of 100", peers);

        // Without the runtime's profiling of frequently used methods. The peers inherit the setting.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        await AddAsync(server, "500,000 videos, pages of 100, DOTNET_TieredPGO=0", peers);
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", null);
    }

    using (var server = await ServerProcess.StartAsync(Pages * 100, 50))
    {
        await AddAsync(server, "200 pages of 100 at 50 ms latency", Peer.Module("null", throttle: 1), Peer.Module("null"), Peer.Module("null", throttle: 8), Peer.Script("null"));
    }

    Console.WriteLine(report);

    async Task AddAsync(ServerProcess server, string title, params Peer[] peers) => report.Append(await new Comparison(title, Runs, peers).RunAsync(server.Address));
}
