using Xunit.Abstractions;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>Runs the assemblies in the Desktop folder on Mono.</summary>
public sealed class MonoTests(ITestOutputHelper output)
{
    [MonoFact]
    public async Task Desktop_assemblies_list_every_platform()
    {
        var run = await CheckAsync();
        Assert.All(Enum.GetNames<Platform>(), platform => Assert.Contains($"{platform}: 120 of 120 videos", run.Output, StringComparison.Ordinal));
    }

    [MonoFact]
    public async Task Desktop_assemblies_write_like_the_Core_assemblies()
    {
        var run = await CheckAsync();
        Assert.Contains("submitTranscode over a connection that closes in silence: arrived 1 time(s), OutcomeUnknown", run.Output, StringComparison.Ordinal);
        Assert.Contains("recommendVideo over a connection that closes in silence: arrived 1 time(s), OutcomeUnknown", run.Output, StringComparison.Ordinal);
        Assert.Contains("100 of 100 pushed", run.Output, StringComparison.Ordinal);
        Assert.Contains("https proxy: ", run.Output, StringComparison.Ordinal);
    }

    [MonoFact]
    public async Task Sandbox_of_the_Desktop_assemblies_serves_media_files()
    {
        var run = await CheckAsync();
        Assert.Contains("Media: 0 errors", run.Output, StringComparison.Ordinal);
    }

    [MonoFact]
    public async Task Desktop_assemblies_download_like_the_Core_assemblies()
    {
        var run = await CheckAsync();
        Assert.Contains("Downloads: 0 errors", run.Output, StringComparison.Ordinal);
    }

    [MonoFact]
    public async Task Desktop_assemblies_export_and_compare_like_the_Core_assemblies()
    {
        var run = await CheckAsync();
        Assert.Contains("Inventories: 0 errors", run.Output, StringComparison.Ordinal);
    }

    private async Task<Run> CheckAsync()
    {
        var run = await Run.ProgramAsync(Mono.Program!, [Repository.MonoCheck, Path.Combine(Repository.Module, "Desktop")], Repository.Root, TimeSpan.FromMinutes(2));
        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        return run;
    }
}
