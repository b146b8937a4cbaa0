using System.Globalization;

namespace VideoPlatforms.Scale;

/// <summary>Writes the tables of docs/scale.md.</summary>
internal static class Tables
{
    /// <summary>Writes the simulated times beside the measured ones.</summary>
    public static void Compare(TextWriter writer, IReadOnlyList<Measurement> measurements)
    {
        writer.WriteLine("| scenario | nodes | list measured | simulated | difference | whole run measured | requests measured | simulated |");
        writer.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var run in measurements)
        {
            var outcome = FleetSimulation.Run(run.Fleet);
            var simulated = outcome.ListDuration.TotalSeconds;
            writer.WriteLine(
                $"| {run.Name} | {run.Fleet.Nodes} | {run.ListSeconds:0.0} s | {simulated:0.0} s | {(simulated / run.ListSeconds) - 1:+0 %;-0 %;0 %} | {run.Seconds:0.0} s | {run.Requests:N0} | {outcome.Requests:N0} |");
        }
    }

    /// <summary>Writes the tables for fleets of different sizes.</summary>
    public static void Scale(TextWriter writer)
    {
        foreach (var accounts in new[] { 10, 1_000, 100_000 })
        {
            writer.WriteLine($"### {accounts.ToString("N0", CultureInfo.InvariantCulture)} accounts");
            writer.WriteLine();
            writer.WriteLine("| limits | nodes | hours | requests | rejected | a node's memory | inventory | what gives out first |");
            writer.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
            foreach (var (name, limits) in Limits)
            {
                foreach (var nodes in NodesFor(accounts))
                {
                    var outcome = FleetSimulation.Run(limits with { Accounts = accounts, Nodes = nodes });
                    writer.WriteLine(
                        $"| {name} | {nodes} | {Hours(outcome.Duration)} | {outcome.Requests:N0} | {outcome.Rejected:N0} | {outcome.NodeMemory:0} MB | {Size(outcome.InventorySize)} | {Text(outcome.Bottleneck)} |");
                }
            }

            writer.WriteLine();
        }
    }

    private static IEnumerable<(string Name, Fleet Limits)> Limits
    {
        get
        {
            var fleet = new Fleet { Accounts = 0, Nodes = 0, VideosPerAccount = 2000, Latency = 0.15, AccountsPerTurn = 8 };
            yield return ("20/s for each account", fleet);
            yield return ("1/s for each account, as Chanjing", fleet with { AccountRate = 1 });
            yield return ("1/s for each account, 32 accounts at a time", fleet with { AccountRate = 1, AccountsPerTurn = 32 });
            yield return ("20/s for each account, 50/s for each address", fleet with { AddressRate = 50 });
            yield return ("20/s and 50/s, 1 % of the requests fail, a node is lost every 24 hours", fleet with { AddressRate = 50, FailureProbability = 0.01, HoursToNodeLoss = 24 });
        }
    }

    private static int[] NodesFor(int accounts) => accounts switch
    {
        <= 10 => [1, 2],
        <= 1_000 => [1, 4, 16],
        _ => [4, 16, 64],
    };

    private static string Hours(TimeSpan time) => time.TotalHours < 0.1 ? $"{time.TotalHours:0.000}" : $"{time.TotalHours:0.0}";

    private static string Size(double bytes) => bytes < 1e9 ? $"{bytes / 1e6:0.0} MB" : $"{bytes / 1e9:0.0} GB";

    private static string Text(Limit limit) => limit switch
    {
        Limit.Latency => "the latency",
        Limit.AccountRate => "the limit of an account",
        Limit.AddressRate => "the limit of an address",
        Limit.Processor => "the processors of the nodes",
        Limit.Remoting => "the start of the nodes",
        Limit.Merge => "the merge on the first computer",
        Limit.Failures => "failures",
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };
}
