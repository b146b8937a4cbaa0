using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoPlatforms.Benchmarks;

/// <summary>
/// Measures a process from its start to its exit as the system reports it: elapsed time, CPU time (user and system) of the process and
/// its children, and peak resident memory. A separate process starts it, so that the system's totals contain only it.
/// </summary>
internal static partial class WholeProcess
{
    private const int Children = -1;

    /// <summary>Runs a command, and returns its measurement.</summary>
    public static async Task<Sample> MeasureAsync(string file, params string[] arguments) =>
        JsonSerializer.Deserialize<Sample>((await ChildProcess.ReadOwnLinesAsync(["measure", file, .. arguments]))[^1])!;

    /// <summary>Implements the argument <c>measure</c>: runs the command, and writes its measurement as the last line of output.</summary>
    public static int Run(string file, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(file, arguments))!;
        process.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        var (cpu, peak) = OperatingSystem.IsWindows() ? (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64) : ReadChildren();
        Console.WriteLine(JsonSerializer.Serialize(new Sample(0, wall, cpu, peak / 1e6)));
        return process.ExitCode;
    }

    private static (double Cpu, long Peak) ReadChildren()
    {
        if (GetResourceUsage(Children, out var usage) != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"getrusage failed with error {Marshal.GetLastPInvokeError()}."));
        }

        // Linux reports kilobytes, macOS bytes.
        return (usage.User.TotalSeconds + usage.System.TotalSeconds, (long)usage.MaxResidentSet * (OperatingSystem.IsMacOS() ? 1 : 1024));
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        public nint Seconds;
        public nint Microseconds;

        public readonly double TotalSeconds => Seconds + (Microseconds / 1e6);
    }

    // The system writes more values, which are not read.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct ResourceUsage
    {
        public TimeValue User;
        public TimeValue System;
        public nint MaxResidentSet;
    }
}
