using System.Globalization;
using System.Text;

namespace VideoPlatforms.Benchmarks;

/// <summary>
/// Compares whole processes, as a scheduled runbook is one: from the start of PowerShell to its exit. The peers alternate, each
/// second round in the reverse order. The CPU time beyond that of a PowerShell that does nothing is compared.
/// </summary>
/// <param name="title">The title of the table.</param>
/// <param name="runs">The number of runs of each peer.</param>
/// <param name="groups">The peers that are compared with each other; the ratios of a group refer to its first peer.</param>
internal sealed class ColdComparison(string title, int runs, params ColdPeer[][] groups)
{
    /// <summary>Runs the measurements, and returns the table in Markdown.</summary>
    public async Task<string> RunAsync(Uri server)
    {
        Console.Error.WriteLine(title);
        var alone = ColdPeer.Alone;
        ColdPeer[] peers = [alone, .. groups.SelectMany(group => group).Distinct()];
        var samples = peers.ToDictionary(peer => peer, _ => new List<Sample>());
        for (var run = 0; run < runs; run++)
        {
            foreach (var peer in run % 2 == 0 ? peers : peers.Reverse())
            {
                var sample = await peer.RunAsync(server);
                samples[peer].Add(sample);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {peer.Name}: {sample.Wall:0.000} s, {sample.Cpu:0.000} s of CPU, {sample.Peak:0} MB"));
            }
        }

        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"### {title}").AppendLine();
        table.AppendLine("| process | seconds (min–max) | CPU seconds (min–max) | CPU beyond PowerShell | ratio | peak MB |");
        table.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var start = Cpu(alone);
        Row(alone, null);
        foreach (var group in groups)
        {
            foreach (var peer in group)
            {
                Row(peer, group[0]);
            }
        }

        return table.AppendLine().ToString();

        double Cpu(ColdPeer peer) => Comparison.Median(samples[peer], sample => sample.Cpu);

        void Row(ColdPeer peer, ColdPeer? first) => table.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {peer.Name} | {Comparison.Spread(samples[peer], sample => sample.Wall)} | {Comparison.Spread(samples[peer], sample => sample.Cpu)} | {(first is null ? "" : (Cpu(peer) - start).ToString("0.000", CultureInfo.InvariantCulture))} | {(first is null ? "" : ((Cpu(peer) - start) / (Cpu(first) - start)).ToString("0.00", CultureInfo.InvariantCulture))} | {Comparison.Median(samples[peer], sample => sample.Peak):0} |");
    }
}
