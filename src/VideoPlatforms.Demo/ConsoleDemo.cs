using System.Globalization;
using Spectre.Console;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Demo;

/// <summary>Runs the steps of the demo without PowerShell, with the host-neutral code of the cmdlets.</summary>
internal static class ConsoleDemo
{
    /// <summary>Runs the steps, writes their CSV files and prints the results.</summary>
    /// <returns>The exit code: 0.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        AnsiConsole.WriteLine("PowerShell 7 was not found: running the same code without it.");
        var plan = DemoPlan.Read();
        using var sandbox = SandboxServer.Start();
        var store = new SessionStore();
        var sessions = await SandboxSessions.ConnectAsync(sandbox, store, SilentObserver.Instance, cancellationToken);
        var steps = plan.StepsFor([.. sessions.Select(session => session.Platform)]);
        var results = new OrderedDictionary<string, List<object>>();
        var actions = new DemoActions(store, results.Values, folder, cancellationToken);
        await AnsiConsole.Progress().AutoClear(AnsiConsole.Profile.Out.IsTerminal).StartAsync(async progress =>
        {
            foreach (var step in steps)
            {
                var objects = await RunAsync(step, actions, progress.AddTask(step.Name));
                results.Add(step.Name, objects);
                if (step.Unit is not null)
                {
                    CsvTable.Write(FileOf(step), objects, step.Columns);
                }
            }
        });

        foreach (var step in steps.Where(step => step.Unit is not null))
        {
            Print(plan.Summary, step.Name, results[step.Name].Count, step.Unit!, FileOf(step));
        }

        AnsiConsole.Write(TableOf(plan.Table, sessions.SelectMany(session => results[session.Platform.ToString()].Take(plan.Table.RowsPerPlatform))));
        Print(plan.Report, ((FileInfo)results["report"][0]).FullName);
        var deleted = ((VideoOperationResult)results["audit"][^1]).Target;
        var remaining = results["remaining"].ConvertAll(video => ((PlatformVideo)video).Id);
        Print(remaining.Contains(deleted) ? plan.NotDeleted : plan.Deleted, deleted, remaining.Count);
        sessions.ForEach(store.Close);
        return 0;

        string FileOf(DemoStep step) => Path.Combine(folder, step.Name + ".csv");
    }

    private static async Task<List<object>> RunAsync(DemoStep step, DemoActions actions, ProgressTask task)
    {
        var objects = new List<object>();
        var host = new ConsoleHost(
            total => task.MaxValue(total ?? 0),
            written =>
            {
                objects.Add(written);
                task.Increment(1);
            });
        await actions.RunAsync(step, host);
        task.Value(task.MaxValue).StopTask();
        return objects;
    }

    private static Table TableOf(DemoTable table, IEnumerable<object> rows)
    {
        var shown = new Table().AddColumns([.. table.Columns]);
        foreach (var row in rows)
        {
            shown.AddRow([.. table.Columns.Select(column => Cell(row.GetType().GetProperty(column)!.GetValue(row)))]);
        }

        return shown;
    }

    // Control characters in a title must not reach the terminal.
    private static string Cell(object? value)
    {
        var text = value is DateTimeOffset time ? time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        return Markup.Escape(string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)));
    }

    private static void Print(string format, params object[] values) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, format, values));
}
