using System.Diagnostics;

namespace VideoPlatforms.Demo;

/// <summary>Runs the steps of the demo with the cmdlets in PowerShell.</summary>
internal static class PowerShellDemo
{
    private static readonly string? PowerShell = FindOnPath(OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
    private static readonly string? Manifest = FindAbove(Path.Combine("out", "VideoPlatforms", "VideoPlatforms.psd1"));

    /// <summary>Gets a value indicating whether PowerShell 7 and the built module were found.</summary>
    public static bool IsPossible => PowerShell is not null && Manifest is not null;

    /// <summary>Runs demo.ps1.</summary>
    /// <returns>PowerShell's exit code.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        Console.WriteLine("Running the cmdlets in PowerShell.");
        var start = new ProcessStartInfo(PowerShell!)
        {
            ArgumentList = { "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "demo.ps1"), "-Module", Manifest!, "-Folder", folder },
        };
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // PowerShell also received Ctrl+C and exits.
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        return process.ExitCode;
    }

    private static string? FindOnPath(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);

    private static string? FindAbove(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
