using VideoPlatforms;
using VideoPlatforms.Clients.Downloads.Archive;
using VideoPlatforms.Clients.Downloads.Files;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Faults;

namespace MonoCheck;

/// <summary>Downloads files with interruptions, a silent server and a cancellation.</summary>
internal static class Downloads
{
    private const string Template = "{Id}";

    /// <summary>Runs the checks and returns the number of errors.</summary>
    public static async Task<int> RunAsync(SandboxServer sandbox)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var errors = 0;
        try
        {
            var addresses = sandbox.Qushipin.Videos.Where(video => video.FileUrlList.Count > 0).Select(video => video.FileUrlList[0]).Take(4).ToList();
            using var downloader = new Downloader(new() { IdleTimeout = TimeSpan.FromSeconds(2), InitialRetryDelay = TimeSpan.FromMilliseconds(1) }, SilentObserver.Instance);
            using (var folder = ArchiveFolder.Open(path))
            {
                sandbox.Faults.Add(new() { Kind = FaultKind.TruncateResponse, Path = "/media/", After = 3000 });
                errors += await SaveAsync(sandbox, downloader, folder, addresses[0], "interrupted", mustResume: false);
                sandbox.Faults.Add(new() { Kind = FaultKind.StalledBody, Path = "/media/", After = 3000 });
                errors += await SaveAsync(sandbox, downloader, folder, addresses[1], "stalled", mustResume: false);
                sandbox.Faults.Add(new() { Kind = FaultKind.StalledBody, Path = "/media/", After = 3000 });
                errors += await CancelAsync(sandbox, downloader, folder, addresses[2]);
                errors += await SaveAsync(sandbox, downloader, folder, addresses[2], "canceled", mustResume: true);

                // The name has more than 260 characters with its folders, which Windows only accepts with a prefix.
                errors += await SaveAsync(sandbox, downloader, folder, addresses[3], string.Join("/", Enumerable.Repeat(new string('x', 100), 3)), mustResume: false);
            }

            errors += File.ReadAllLines(Path.Combine(path, ChecksumFile.FileName)).Length == addresses.Count ? 0 : 1;
        }
        finally
        {
            Directory.Delete(LongPath.Of(path), recursive: true);
        }

        Console.WriteLine($"Downloads: {errors} errors");
        return errors;
    }

    private static async Task<int> SaveAsync(SandboxServer sandbox, Downloader downloader, ArchiveFolder folder, string address, string name, bool mustResume)
    {
        using var lease = await folder.AssignAsync(name, Template, name, default);
        var saved = await downloader.DownloadAsync(Request(address, lease.Path) with { Completed = file => folder.Add(Entry(name, lease.Name, file)) }, default);
        var isWhole = saved.Sha256 == sandbox.Media.GetSha256(address) && await FileHash.ComputeAsync(saved.Path, saved.Length, default) == saved.Sha256;
        Console.WriteLine($"{Path.GetFileName(saved.Path)}: {(isWhole ? "whole" : "not whole")}{(saved.IsResumed ? ", resumed" : "")}");
        return isWhole && saved.IsResumed == mustResume ? 0 : 1;
    }

    private static async Task<int> CancelAsync(SandboxServer sandbox, Downloader downloader, ArchiveFolder folder, string address)
    {
        using var stopping = new CancellationTokenSource();
        using var lease = await folder.AssignAsync("canceled", Template, "canceled", default);
        try
        {
            await downloader.DownloadAsync(Request(address, lease.Path) with { Progress = (bytes, _) => Cancel(bytes, stopping) }, stopping.Token);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static void Cancel(long bytes, CancellationTokenSource stopping)
    {
        if (bytes > 0)
        {
            stopping.Cancel();
        }
    }

    private static DownloadRequest Request(string address, string path) => new(MediaAddress.Parse(Platform.Qushipin, "v", address)!, path + ".mp4", path);

    private static ArchiveEntry Entry(string video, string name, DownloadedFile file) =>
        new(video, "Video", Template, name, name + ".mp4", file.Length, file.Sha256, file.ContentType, DateTimeOffset.Now);
}
