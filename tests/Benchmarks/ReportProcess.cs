using System.Globalization;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Benchmarks;

/// <summary>Exports a report in this process, and writes what it took.</summary>
internal static class ReportProcess
{
    private const int BatchSize = 1000;

    public static async Task<int> RunAsync(string path, int count)
    {
        // The first report loads the code.
        await ExportAsync(path, 1000);
        GC.Collect();
        var meter = Meter.Start();
        await ExportAsync(path, count);
        var sample = meter.Stop(count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1e6:0.0} MB"));
        Console.WriteLine(JsonSerializer.Serialize(sample));
        await ReportBrowser.RunAsync(path);
        return 0;
    }

    private static async Task ExportAsync(string path, int count)
    {
        var host = new QuietHost();
        using var exporter = await ReportExporter.StartAsync(new(path, Force: true), host, CancellationToken.None, CancellationToken.None);
        foreach (var batch in ReportVideos.Create(count).Chunk(BatchSize))
        {
            await exporter!.AddAsync([.. batch.Select(VideoReference.Read)], host, CancellationToken.None);
        }

        await exporter!.EndAsync(host, CancellationToken.None);
    }

    private sealed class QuietHost : ICommandHost
    {
        public bool WantsDebug => false;

        public bool WantsVerbose => false;

        public Task WriteAsync(object value) => Task.CompletedTask;

        public Task WriteAsync<T>(IReadOnlyList<T> values)
            where T : class => Task.CompletedTask;

        public Task WriteTotalCountAsync(long? total) => Task.CompletedTask;

        public Task WriteErrorAsync(PlatformException failure, object? target) => throw failure;

        public Task WriteErrorAsync(CommandException failure, object? target) => throw failure;

        public Task<bool> ShouldProcessAsync(string target, string operation) => Task.FromResult(true);

        public void Report(CommandProgress progress)
        {
        }

        public void Verbose(string message)
        {
        }

        public void Debug(string message)
        {
        }

        public void Warning(string message) => Console.Error.WriteLine(message);

        public void Waiting(string reason, TimeSpan delay)
        {
        }
    }
}
