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
    private readonly DateTime _started;
    private readonly TimeSpan _cpu;

    private Meter(DateTime started, TimeSpan cpu)
    {
        _started = started;
        _cpu = cpu;
    }

    /// <summary>From now on.</summary>
    public static Meter Start() => new(DateTime.Now, Environment.CpuUsage.TotalTime);

    /// <summary>From the start of the process on.</summary>
    public static Meter SinceProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return new(process.StartTime, TimeSpan.Zero);
    }

    public Sample Stop(long count)
    {
        using var process = Process.GetCurrentProcess();
        return new(
            count,
            (DateTime.Now - _started).TotalSeconds,
            (Environment.CpuUsage.TotalTime - _cpu).TotalSeconds,
            process.PeakWorkingSet64 / 1e6);
    }
}
