using System.Diagnostics;
using System.Text;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The result of a program.</summary>
internal sealed record Run(int ExitCode, string Output)
{
    /// <summary>PowerShell 7 in PATH; null if it was not found.</summary>
    public static string? PowerShell { get; } = OnPath(OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");

    /// <summary>The .NET host that runs the tests.</summary>
    public static string DotNet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : OnPath(OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") ?? Environment.ProcessPath!;

    /// <summary>Runs a program without a terminal and without input.</summary>
    public static async Task<Run> ProgramAsync(string file, IEnumerable<string> arguments, string folder, TimeSpan patience, string? path = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} did not end within {patience}. Its output so far:\n{output}");
        }

        return new(process.ExitCode, output.ToString());

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }
    }

    /// <summary>The program with this name in PATH; null if it was not found.</summary>
    public static string? OnPath(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
}
