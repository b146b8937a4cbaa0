using System.Globalization;
using Spectre.Console;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Demo;

/// <summary>Runs the host-neutral code that the cmdlets run, on a machine without PowerShell.</summary>
internal static class ConsoleDemo
{
    private const int ShownPerPlatform = 3;

    /// <summary>Lists every platform, then reviews some videos.</summary>
    /// <returns>The exit code: 0.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        AnsiConsole.WriteLine("PowerShell 7 was not found: running the same code without it.");
        using var sandbox = SandboxServer.Start();
        var store = new SessionStore();
        var table = new Table().AddColumns("Platform", "State", "CreatedAt", "Title");
        var counts = new List<(string Name, int Count, string File)>();
        var sessions = await SandboxSessions.ConnectAsync(sandbox, store, SilentObserver.Instance, cancellationToken);
        var allFile = Path.Combine(folder, "all.csv");
        using (var all = new CsvTable(allFile, typeof(PlatformVideo)))
        {
            await AnsiConsole.Progress().AutoClear(AnsiConsole.Profile.Out.IsTerminal).StartAsync(async progress =>
            {
                foreach (var session in sessions)
                {
                    var file = Path.Combine(folder, $"{session.Platform}.csv");
                    counts.Add((session.Platform.ToString(), await ListAsync(session, file, all, table, progress, cancellationToken), file));
                }
            });
        }

        counts.Add(("all", counts.Sum(count => count.Count), allFile));
        foreach (var (name, count, file) in counts)
        {
            Console.WriteLine($"{name,-14}{count,6} videos  {file}");
        }

        AnsiConsole.Write(table);
        await ReviewAsync(store.Client<QushipinClient>(null, Platform.Qushipin), Path.Combine(folder, "audit.csv"), cancellationToken);
        sessions.ForEach(store.Close);
        return 0;
    }

    private static async Task<int> ListAsync(VideoPlatformSession session, string file, CsvTable all, Table table, ProgressContext progress, CancellationToken cancellationToken)
    {
        var task = progress.AddTask(session.Platform.ToString());
        var count = 0;
        CsvTable? own = null;
        var host = new CsvHost(
            total => task.MaxValue(total ?? 0),
            written =>
            {
                var video = (PlatformVideo)written;
                own ??= new(file, video.GetType());
                own.Write(video);
                all.Write(video);
                if (count++ < ShownPerPlatform)
                {
                    table.AddRow(Row(video));
                }

                task.Increment(1);
            });
        try
        {
            await ListRunner.RunAsync(session, new() { IncludeTotalCount = true }, host, cancellationToken);
            return count;
        }
        finally
        {
            task.StopTask();
            own?.Dispose();
        }
    }

    // Some videos under review are blocked and one of them is deleted; what the server confirmed is the audit log.
    private static async Task ReviewAsync(QushipinClient client, string file, CancellationToken cancellationToken)
    {
        var reviewed = await ReadAsync(client, new() { CensorStatus = "onCensor" }, new() { First = 3 }, cancellationToken);
        var log = new List<VideoOperationResult>();
        using (var csv = new CsvTable(file, typeof(VideoOperationResult)))
        {
            var host = new CsvHost(_ => { }, result =>
            {
                csv.Write(result);
                log.Add((VideoOperationResult)result);
            });
            var audit = new QushipinAudit(QushipinAuditStatus.Blocked, "rehearsal");
            await WriteRunner.RunAsync(
                reviewed, "Block", video => new(video.Id!, async () => await client.AuditAsync(video.Id!, audit, host, cancellationToken)), passThru: true, host);
            await WriteRunner.RunAsync(
                reviewed.Take(1),
                "Delete",
                video => new(video.Id!, async () => await client.DeleteVideoAsync(video.Id!, video.UserId!, verify: true, host, cancellationToken)),
                passThru: true,
                host);
        }

        var left = await ReadAsync(client, new(), new(), cancellationToken);
        var deleted = log[^1].Target;
        Console.WriteLine($"{"audit",-14}{log.Count,6} changes {file}");
        Console.WriteLine($"Deleted {deleted}: the server has {left.Count} videos left, that one {(left.Exists(video => video.Id == deleted) ? "still" : "no longer")} among them.");
    }

    private static async Task<List<QushipinVideo>> ReadAsync(QushipinClient client, QushipinVideoFilter filter, ListOptions options, CancellationToken cancellationToken)
    {
        var videos = new List<QushipinVideo>();
        var host = new CsvHost(_ => { }, video => videos.Add((QushipinVideo)video));
        await ListRunner.RunAsync(client.ListVideosAsync(filter, options, host, cancellationToken), options, host, cancellationToken);
        return videos;
    }

    private static string[] Row(PlatformVideo video) =>
    [
        video.Platform.ToString(),
        video.State.ToString(),
        video.CreatedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
        Markup.Escape(OneLine(video.Title ?? "")),
    ];

    // A title may hold anything; a terminal must not obey it.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
