using System.Globalization;

namespace VideoPlatforms.Scale;

/// <summary>Represents a run that was measured with Measure-FanOut.ps1.</summary>
/// <param name="Name">The name of the scenario.</param>
/// <param name="Fleet">The fleet.</param>
/// <param name="Seconds">The measured time.</param>
/// <param name="ListSeconds">The measured time from the first request to the last one.</param>
/// <param name="Requests">The number of requests that the sandbox received.</param>
internal sealed record Measurement(string Name, Fleet Fleet, double Seconds, double ListSeconds, long Requests)
{
    /// <summary>Reads the measurements of a CSV file with a header.</summary>
    public static IReadOnlyList<Measurement> Read(string path, Costs costs)
    {
        var lines = File.ReadAllLines(path);
        var columns = Split(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Read(columns.Zip(Split(line)).ToDictionary(cell => cell.First, cell => cell.Second), costs))];
    }

    private static string[] Split(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(cell => cell.Trim('"'))];

    private static Measurement Read(Dictionary<string, string> row, Costs costs) => new(
        row["Name"],
        new()
        {
            Accounts = (int)Number(row["Accounts"]),
            VideosPerAccount = (int)Number(row["VideosPerAccount"]),
            Nodes = (int)Number(row["Nodes"]),
            AccountsPerTurn = (int)Number(row["AccountsPerTurn"]),
            Latency = Number(row["Latency"]),
            AccountRate = Number(row["AccountRate"]),
            AddressRate = (int)Number(row["AddressRate"]),
            FailureProbability = Number(row["FailureProbability"]),
            Costs = costs,
        },
        Number(row["Seconds"]),
        Number(row["ListSeconds"]),
        (long)Number(row["Requests"]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
