using System.Text.Json;

namespace VideoPlatforms.Tests.Pester;

/// <summary>Tests the built module in PowerShell: runs every Pester file in a separate process.</summary>
public sealed class PesterSuite
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.Tests.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public async Task Every_Pester_test_passes(string file)
    {
        var report = Path.GetTempFileName();
        try
        {
            var run = await Run.ProgramAsync(
                Run.PowerShell!,
                ["-NoProfile", "-NonInteractive", "-File", Path.Combine(Folder, "Invoke-PesterFile.ps1"), "-Path", Path.Combine(Folder, file), "-Report", report],
                Repository.Root,
                TimeSpan.FromMinutes(3));
            var outcome = await ReadAsync(report) ?? throw new InvalidOperationException($"{file} ended with {run.ExitCode} and without a report:\n{run.Output}");

            Assert.True(outcome.Failures.Length == 0, string.Join("\n\n", outcome.Failures.Select(failure => $"{failure.Name}\n{failure.Message}")));
            Assert.True(run.ExitCode == 0, $"{file} ended with {run.ExitCode}:\n{run.Output}");
            Assert.True(outcome.Passed > 0, $"No test ran in {file}:\n{run.Output}");
            Assert.True(outcome.Skipped == 0, $"{outcome.Skipped} tests of {file} did not run:\n{run.Output}");
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static async Task<Outcome?> ReadAsync(string report)
    {
        var json = await File.ReadAllTextAsync(report);
        return json.Length == 0 ? null : JsonSerializer.Deserialize<Outcome>(json);
    }

    private sealed record Outcome(int Passed, int Skipped, Failure[] Failures);

    private sealed record Failure(string Name, string Message);
}
