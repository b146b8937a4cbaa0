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
        return await ReportProcess.RunAsync(path, Number(count, 100_000));

    case ["inventory"]:
        return await WithPowerShellAsync(InventoryComparison.ExportAsync);

    case ["compare"]:
        return await WithPowerShellAsync(InventoryComparison.CompareAsync);

    case ["kill", .. var count]:
        return await KillTest.RunAsync(Number(count, 1000));

    case ["downloads", .. var settings]:
        await DownloadComparison.RunAsync(
            settings is [var root, ..] ? root : Path.Combine(Path.GetTempPath(), "videoplatforms-downloads"), Number(settings is [_, .. var runs] ? runs : [], 3));
        return 0;

    case ["measure", var file, .. var arguments]:
        return WholeProcess.Run(file, arguments);

    case ["cold", .. var count]:
        return await WithPowerShellAsync(() => WriteAsync(ColdAsync, Number(count, 5)));

    case ["pages", .. var count]:
        return await WithPowerShellAsync(() => WriteAsync(PagesAsync, Number(count, 3)));

    case ["warm", .. var count]:
        return await WithPowerShellAsync(() => WriteAsync(WarmAsync, Number(count, 5)));

    case ["columns"]:
        Console.WriteLine(await Columns.RunAsync());
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
        Console.Error.WriteLine("Usage: VideoPlatforms.Benchmarks [cold [runs] | warm [runs] | pages [runs] | columns | inventory | compare | allocations | soak | downloads [folder] | kill [count] | report file [count]]");
        return 1;
}

static int Number(string[] argument, int usual) => argument is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : usual;

static async Task WriteAsync(Func<int, Task<string>> compare, int runs) => Console.WriteLine(Header(runs) + await compare(runs));

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

static string Header(int runs) => string.Create(
    CultureInfo.InvariantCulture,
    $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}. Medians of {runs} runs, in one run against the same server; the first row of each table, or of each group of rows, is what the ratios compare with.{Environment.NewLine}{Environment.NewLine}");

// Whole processes against whole processes.
static async Task<string> ColdAsync(int runs)
{
    using var server = await ServerProcess.StartAsync(50_000, 0);
    var (row, csv, script) = (ColdPeer.Row("csv"), ColdPeer.Module("csv"), ColdPeer.Script("csv"));
    return await new ColdComparison(
        "Whole processes: 50,000 videos, pages of 100",
        runs,
        [ColdPeer.Plain("first"), ColdPeer.Module("first")],
        [ColdPeer.Plain("null"), ColdPeer.Module("null")],
        [ColdPeer.Module("foreach"), ColdPeer.Plain("foreach"), ColdPeer.Script("foreach")],
        [row, csv],
        [csv, row, script],
        [ColdPeer.Module("inventory"), script]).RunAsync(server.Address);
}

static async Task<string> PagesAsync(int runs)
{
    using var server = await ServerProcess.StartAsync(20_000, 50);
    return await new ColdComparison(
        "Whole processes: 200 pages of 100 at 50 ms latency",
        runs,
        [ColdPeer.Module("null", throttle: 1), ColdPeer.Module("null"), ColdPeer.Module("null", throttle: 8), ColdPeer.Script("null")]).RunAsync(server.Address);
}

// Running PowerShells after a first call.
static async Task<string> WarmAsync(int runs)
{
    using var server = await ServerProcess.StartAsync(50_000, 0);
    var report = new StringBuilder();
    await AddAsync("Import into a fresh PowerShell", Peer.Import("module", Repository.Module), Peer.Import("empty module", Peer.EmptyModule));
    await AddAsync("First object of a warm session, with a page of 100 on its way", Peer.Module("first"), Peer.Bare("page"));
    await AddAsync("50,000 videos, pages of 100, after a first call", Peer.Bare("warm"), Peer.Plain("null"), Peer.Module("null"), Peer.Script("null"), Peer.Plain("foreach"), Peer.Module("foreach"), Peer.Script("foreach"));
    await AddAsync("50,000 videos and what comes after, after a first call", Peer.Module("csv"), Peer.Plain("csv"), Peer.Script("csv"), Peer.Module("where"), Peer.Script("where"));
    await AddAsync("1,000 audits, one by one in the pipeline", Peer.Module("audit"), Peer.Script("audit"));
    return report.ToString();

    async Task AddAsync(string title, params Peer[] peers) => report.Append(await new Comparison(title, runs, peers).RunAsync(server.Address));
}

static async Task<string> LargeAsync(int runs)
{
    using var server = await ServerProcess.StartAsync(500_000, 0);
    Peer[] peers = [Peer.Bare("warm"), Peer.Plain("null"), Peer.Module("null"), Peer.Module("second list, null"), Peer.Plain("foreach"), Peer.Module("foreach"), Peer.Script("foreach")];
    var report = await new Comparison("500,000 videos, pages of 100, after a first call", runs, peers).RunAsync(server.Address);

    // Without the runtime's profiling of frequently used methods. The peers inherit the setting.
    Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
    report += await new Comparison("500,000 videos, pages of 100, after a first call, DOTNET_TieredPGO=0", runs, peers).RunAsync(server.Address);
    Environment.SetEnvironmentVariable("DOTNET_TieredPGO", null);
    return report;
}

static async Task CompareAsync()
{
    const int Runs = 5;
    Console.WriteLine(Header(Runs) + await ColdAsync(Runs) + await PagesAsync(Runs) + await WarmAsync(Runs) + await LargeAsync(Runs));
}
