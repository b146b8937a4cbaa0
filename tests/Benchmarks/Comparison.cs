using System.Globalization;
using System.Text;

namespace VideoPlatforms.Benchmarks;

/// <summary>Runs peers alternately against one server, each second round in the reverse order, so that changes in speed affect all of them, and creates a table.</summary>
/// <param name="title">The title of the table.</param>
/// <param name="runs">The number of runs of each peer.</param>
/// <param name="peers">The peers. The ratios refer to the first one.</param>
internal sealed class Comparison(string title, int runs, params Peer[] peers)
{
    /// <summary>Runs the measurements, and returns the table in Markdown.</summary>
    public async Task<string> RunAsync(Uri server)
    {
        Console.Error.WriteLine(title);
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
        table.AppendLine("| peer | seconds (min–max) | ratio | CPU seconds (min–max) | ratio | peak MB |");
        table.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var (wall, cpu) = (Median(samples[peers[0]], sample => sample.Wall), Median(samples[peers[0]], sample => sample.Cpu));
        foreach (var peer in peers)
        {
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {peer.Name} | {Spread(samples[peer], sample => sample.Wall)} | {Median(samples[peer], sample => sample.Wall) / wall:0.00} | {Spread(samples[peer], sample => sample.Cpu)} | {Median(samples[peer], sample => sample.Cpu) / cpu:0.00} | {Median(samples[peer], sample => sample.Peak):0} |");
        }

        return table.AppendLine().ToString();
    }

    internal static string Spread(List<Sample> samples, Func<Sample, double> figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(samples, figure):0.000} ({samples.Min(figure):0.000}–{samples.Max(figure):0.000})");

    internal static double Median(List<Sample> samples, Func<Sample, double> figure)
    {
        var sorted = samples.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
