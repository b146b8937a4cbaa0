using System.Diagnostics;
using System.Text.Json;

namespace VideoPlatforms.Benchmarks;

/// <summary>Runs each measurement in a separate process.</summary>
internal static class ChildProcess
{
    // Started as "dotnet VideoPlatforms.Benchmarks.dll" or with the executable of that name.
    private static readonly (string File, string[] Arguments) Self =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? (Environment.ProcessPath!, [typeof(ChildProcess).Assembly.Location])
            : (Environment.ProcessPath!, []);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs this program with other arguments, and returns the measurement in its last line of output.</summary>
    public static Task<Sample> MeasureSelfAsync(params string[] arguments) => MeasureAsync(Self.File, [.. Self.Arguments, .. arguments]);

    /// <summary>Starts this program with other arguments.</summary>
    public static Process StartSelf(params string[] arguments) => Start(Self.File, [.. Self.Arguments, .. arguments]);

    /// <summary>Runs a command, and returns the measurement in its last line of output.</summary>
    public static async Task<Sample> MeasureAsync(string file, params string[] arguments) =>
        JsonSerializer.Deserialize<Sample>((await ReadLinesAsync(file, arguments))[^1])!;

    /// <summary>Runs this program with other arguments, and returns its lines of output.</summary>
    public static Task<string[]> ReadOwnLinesAsync(params string[] arguments) => ReadLinesAsync(Self.File, [.. Self.Arguments, .. arguments]);

    /// <summary>Runs a command, and returns its lines of output.</summary>
    public static async Task<string[]> ReadLinesAsync(string file, params string[] arguments)
    {
        using var process = Start(file, arguments);
        using var limit = new CancellationTokenSource(Longest);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {output}");
    }

    /// <summary>Starts a command with its input and output redirected.</summary>
    public static Process Start(string file, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
