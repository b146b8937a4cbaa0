using System.Globalization;
using Spectre.Console;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Demo;

/// <summary>Runs the host-neutral code that the cmdlets run, on a machine without PowerShell.</summary>
internal static class ConsoleDemo
{
    private const int ShownPerPlatform = 3;

    /// <summary>Lists every platform.</summary>
    /// <returns>The exit code: 0.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        AnsiConsole.WriteLine("PowerShell 7 was not found: running the same code without it.");
        using var sandbox = SandboxServer.Start();
        var store = new SessionStore();
        var table = new Table().AddColumns("Platform", "State", "CreatedAt", "Title");
        var counts = new List<(string Name, int Count, string File)>();
        var allFile = Path.Combine(folder, "all.csv");
        using (var all = new CsvTable(allFile, typeof(PlatformVideo)))
        {
            await AnsiConsole.Progress().AutoClear(AnsiConsole.Profile.Out.IsTerminal).StartAsync(async progress =>
            {
                foreach (var session in await SandboxSessions.ConnectAsync(sandbox, store, SilentObserver.Instance, cancellationToken))
                {
                    var file = Path.Combine(folder, $"{session.Platform}.csv");
                    counts.Add((session.Platform.ToString(), await ListAsync(session, file, all, table, progress, cancellationToken), file));
                    store.Close(session);
                }
            });
        }

        counts.Add(("all", counts.Sum(count => count.Count), allFile));
        foreach (var (name, count, file) in counts)
        {
            Console.WriteLine($"{name,-14}{count,6} videos  {file}");
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> ListAsync(VideoPlatformSession session, string file, CsvTable all, Table table, ProgressContext progress, CancellationToken cancellationToken)
    {
        var task = progress.AddTask(session.Platform.ToString());
        var count = 0;
        CsvTable? own = null;
        var host = new CsvHost(
            total => task.MaxValue(total ?? 0),
            video =>
            {
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
            await Listing.RunAsync(session, new() { IncludeTotalCount = true }, host, cancellationToken);
            return count;
        }
        finally
        {
            task.StopTask();
            own?.Dispose();
        }
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
