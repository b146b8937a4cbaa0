using Xunit.Abstractions;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The Desktop folder at work on a .NET Framework of another make.</summary>
public sealed class MonoTests(ITestOutputHelper output)
{
    [MonoFact]
    public async Task The_Desktop_assemblies_list_every_platform()
    {
        var run = await Run.ProgramAsync(Mono.Program!, [Repository.MonoCheck, Path.Combine(Repository.Module, "Desktop")], Repository.Root, TimeSpan.FromMinutes(2));
        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.All(Enum.GetNames<Platform>(), platform => Assert.Contains($"{platform}: 120 of 120 videos", run.Output, StringComparison.Ordinal));
    }
}
