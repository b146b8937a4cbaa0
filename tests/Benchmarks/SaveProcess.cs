using System.Collections;
using System.Globalization;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Benchmarks;

/// <summary>Saves files with the code of Save-PlatformVideo in this process.</summary>
internal static class SaveProcess
{
    /// <summary>The line that is written when the process begins to save.</summary>
    public const string Ready = "ready";

    /// <summary>Saves the files whose addresses a file lists, and writes the measurement as the last line.</summary>
    /// <param name="folder">The destination.</param>
    /// <param name="list">The path of the list: an ID and an address in each line.</param>
    /// <param name="throttle">The number of files at the same time.</param>
    /// <param name="withMetadata">Whether the metadata of each video are saved beside it.</param>
    public static async Task<int> RunAsync(string folder, string list, string throttle, bool withMetadata)
    {
        var videos = (await File.ReadAllLinesAsync(list)).Select(line => line.Split('\t')).Select(Row).ToList();
        Console.WriteLine(Ready);
        var meter = Meter.Start();
        var host = new CountingHost();
        var options = new SaveOptions(folder)
        {
            Template = SaveOptions.ParseTemplate("{Id}"),
            ThrottleLimit = int.Parse(throttle, CultureInfo.InvariantCulture),
            Include = withMetadata ? [SavedContent.Metadata] : [],
        };
        await using (var saver = new VideoSaver(options, new SessionStore(), default))
        {
            await saver.AddAsync(videos, host, default);
            await saver.CompleteAsync(host, default);
        }

        Console.WriteLine(JsonSerializer.Serialize(meter.Stop(host.Saved)));
        return host.Saved == videos.Count ? 0 : 1;
    }

    private static VideoReference Row(string[] cells) =>
        VideoReference.Read(new Hashtable { ["Platform"] = "Qushipin", ["Id"] = cells[0], ["FileUrls"] = cells[1] });

    private sealed class CountingHost : ICommandHost
    {
        public int Saved { get; private set; }

        public bool WantsDebug => false;

        public bool WantsVerbose => false;

        public Task WriteAsync(object value)
        {
            Saved++;
            return Task.CompletedTask;
        }

        public Task WriteAsync<T>(IReadOnlyList<T> values)
            where T : class
        {
            Saved += values.Count;
            return Task.CompletedTask;
        }

        public Task WriteTotalCountAsync(long? total) => Task.CompletedTask;

        public Task WriteErrorAsync(PlatformException failure, object? target) => Console.Error.WriteLineAsync(failure.Message);

        public Task WriteErrorAsync(CommandException failure, object? target) => Console.Error.WriteLineAsync(failure.Message);

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

        public void Waiting(string reason, TimeSpan delay) => Console.Error.WriteLine($"{reason}, {delay.TotalSeconds:0.0} s");
    }
}
