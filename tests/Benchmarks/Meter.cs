using System.Diagnostics;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Benchmarks;

/// <summary>What one run took, as the run itself measured it.</summary>
/// <param name="Count">How many objects came.</param>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Processor seconds of the process, all threads.</param>
/// <param name="Peak">The process's peak memory in MB.</param>
internal sealed record Sample(
    [property: JsonPropertyName("count")] long Count,
    [property: JsonPropertyName("wall")] double Wall,
    [property: JsonPropertyName("cpu")] double Cpu,
    [property: JsonPropertyName("peak")] double Peak);

/// <summary>Measures this process between two moments.</summary>
internal sealed class Meter
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;

    public static Meter Start() => new();

    public Sample Stop(long count)
    {
        using var process = Process.GetCurrentProcess();
        return new(
            count,
            Stopwatch.GetElapsedTime(_started).TotalSeconds,
            (Environment.CpuUsage.TotalTime - _cpu).TotalSeconds,
            process.PeakWorkingSet64 / 1e6);
    }
}
