using System.Diagnostics;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Benchmarks;

/// <summary>The measurement of one run.</summary>
/// <param name="Count">The number of objects.</param>
/// <param name="Wall">The elapsed seconds.</param>
/// <param name="Cpu">The processor seconds of all threads of the process.</param>
/// <param name="Peak">The peak memory of the process in MB.</param>
internal sealed record Sample(
    [property: JsonPropertyName("count")] long Count,
    [property: JsonPropertyName("wall")] double Wall,
    [property: JsonPropertyName("cpu")] double Cpu,
    [property: JsonPropertyName("peak")] double Peak);

/// <summary>Measures this process between two points in time.</summary>
internal sealed class Meter
{
    private readonly DateTime _started;
    private readonly TimeSpan _cpu;

    private Meter(DateTime started, TimeSpan cpu)
    {
        _started = started;
        _cpu = cpu;
    }

    /// <summary>Starts now.</summary>
    public static Meter Start() => new(DateTime.Now, Environment.CpuUsage.TotalTime);

    /// <summary>Starts at the start of the process.</summary>
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
