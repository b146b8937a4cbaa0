using System.Runtime.CompilerServices;

namespace VideoPlatforms.Tests.Downloads;

public sealed class FullDiskTests : IDisposable
{
    private const int Small = 10_000;
    private const int Large = 5_000_000;

    private readonly FileServer _server = new() { Serve = (request, _) => new(FileServer.RandomBytes(request.Path.Contains("large", StringComparison.Ordinal) ? Large : Small)) };

    private readonly string _folder = Directory.CreateTempSubdirectory("full-").FullName;

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [ShellFact]
    public async Task File_that_does_not_fit_is_an_error_and_the_others_are_saved()
    {
        var list = Path.Combine(_folder, "list.txt");
        await File.WriteAllLinesAsync(list, new[] { "small1", "large", "small2" }.Select(name => $"{name}\t{_server.UrlOf($"/{name}.mp4")}"));
        var archive = Path.Combine(_folder, "archive");

        // A limit of the size of each file (in units of 512 bytes) takes the place of a full disk: writes fail in the middle of the file.
        // The runtime would map a larger file itself without the settings.
        var limited = await Run.ProgramAsync(
            "/bin/sh", ["-c", "ulimit -f 4000; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; trap '' XFSZ; exec \"$@\"", "sh", Run.DotNet, "exec", Repository.BenchmarksAssembly, "save", archive, list, "1"], _folder, TimeSpan.FromMinutes(2));
        Assert.Equal(1, limited.ExitCode);
        Assert.Contains("the file could not be written", limited.Output, StringComparison.Ordinal);
        Assert.Equal([Small, Small], Directory.GetFiles(archive, "*.mp4").Select(file => new FileInfo(file).Length));
        Assert.InRange(new FileInfo(Path.Combine(archive, "large.mp4.partial")).Length, 1, 4000 * 512);

        var unlimited = await Run.ProgramAsync(Run.DotNet, ["exec", Repository.BenchmarksAssembly, "save", archive, list, "1"], _folder, TimeSpan.FromMinutes(2));
        Assert.True(unlimited.ExitCode == 0, unlimited.Output);
        Assert.Equal(FileServer.RandomBytes(Large), await File.ReadAllBytesAsync(Path.Combine(archive, "large.mp4")));
        Assert.Contains(_server.Received, request => request.FirstByte > 0);
    }
}

/// <summary>A test that is skipped on Windows, which has no limit of the size of a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute([CallerMemberName] string test = "")
    {
        Skip = OperatingSystem.IsWindows() ? "Windows has no ulimit." : null;
        DisplayName = PowerShellFacts.Explain(test, Skip);
    }
}
