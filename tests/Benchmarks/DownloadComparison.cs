using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VideoPlatforms.Benchmarks;

/// <summary>Compares Save-PlatformVideo with curl: files of 50 MB from the same server, in the same run.</summary>
internal static class DownloadComparison
{
    private const int Files = 200;
    private const int Length = 50 * 1024 * 1024;
    private const int Throttle = 4;

    /// <summary>Serves the same file under every path.</summary>
    public static async Task<int> ServeAsync()
    {
        var content = new byte[Length];
        new Random(1).NextBytes(content);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(context => Results.Bytes(content, "video/mp4", entityTag: new("\"1\""), enableRangeProcessing: true).ExecuteAsync(context));
        await application.StartAsync();
        Console.WriteLine(application.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Runs the comparison and writes the tables.</summary>
    /// <param name="root">The folder for the files.</param>
    /// <param name="runs">The number of runs of each.</param>
    public static async Task RunAsync(string root, int runs)
    {
        using var server = ChildProcess.StartSelf("serve-files");
        var address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        var lines = Enumerable.Range(0, Files).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}\t{address}/{number}.mp4")).ToList();
        Directory.CreateDirectory(root);
        var one = Path.Combine(root, "one.txt");
        var all = Path.Combine(root, "all.txt");
        await File.WriteAllLinesAsync(one, lines.Take(1));
        await File.WriteAllLinesAsync(all, lines);
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"| {Files} files of 50 MB, {Throttle} at a time | seconds | MB/s | peak MB |").AppendLine("| --- | ---: | ---: | ---: |");
        await SaveAsync(root, one);
        var single = await SaveAsync(root, one);
        table.AppendLine(CultureInfo.InvariantCulture, $"| one file | {single.Wall:0.00} | {Length / single.Wall / 1e6:0} | {single.Peak:0.0} |");
        var (saves, curls) = (new List<Sample>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            curls.Add(await CurlAsync(root, lines));
            saves.Add(await SaveAsync(root, all));
        }

        var save = saves.OrderBy(sample => sample.Wall).ElementAt(runs / 2);
        var curl = curls.Order().ElementAt(runs / 2);
        const double Megabytes = Files * (double)Length / 1e6;
        table.AppendLine(CultureInfo.InvariantCulture, $"| Save-PlatformVideo | {save.Wall:0.0} | {Megabytes / save.Wall:0} | {saves.Max(sample => sample.Peak):0.0} |");
        table.AppendLine(CultureInfo.InvariantCulture, $"| curl --parallel | {curl:0.0} | {Megabytes / curl:0} | |");
        table.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Throughput: {curl / save.Wall:0.00} of curl's. Memory: {saves.Max(sample => sample.Peak) - single.Peak:0.0} MB more than for one file.");
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Console.WriteLine(table);
    }

    private static async Task<Sample> SaveAsync(string root, string list)
    {
        var folder = Path.Combine(root, "save");
        var lines = await ChildProcess.ReadOwnLinesAsync("save", folder, list, Throttle.ToString(CultureInfo.InvariantCulture));
        Directory.Delete(folder, recursive: true);
        return JsonSerializer.Deserialize<Sample>(lines[^1])!;
    }

    private static async Task<double> CurlAsync(string root, IEnumerable<string> lines)
    {
        var folder = Path.Combine(root, "curl");
        Directory.CreateDirectory(folder);
        var config = Path.Combine(root, "curl.txt");
        await File.WriteAllTextAsync(config, string.Concat(lines.Select(line => line.Split('\t')).Select(cells => $"url = \"{cells[1]}\"\noutput = \"{Path.Combine(folder, cells[0])}.mp4\"\n")));
        var watch = Stopwatch.StartNew();
        await ChildProcess.ReadLinesAsync("curl", "--silent", "--show-error", "--fail", "--parallel", "--parallel-max", Throttle.ToString(CultureInfo.InvariantCulture), "--config", config);
        var seconds = watch.Elapsed.TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return seconds;
    }
}
