namespace VideoPlatforms.Tests.Downloads;

public sealed class KillTests
{
    // "dotnet run --project tests/Benchmarks -- kill" kills a thousand processes.
    private static readonly string Kills = Environment.GetEnvironmentVariable("VIDEOPLATFORMS_KILLS") ?? "25";

    [Fact]
    public async Task Processes_that_are_killed_at_random_times_leave_no_file_that_is_not_whole()
    {
        var run = await Run.ProgramAsync(Run.DotNet, ["exec", Repository.BenchmarksAssembly, "kill", Kills], Repository.Root, TimeSpan.FromMinutes(60));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.StartsWith($"{Kills} processes were killed", run.Output, StringComparison.Ordinal);
    }
}
