namespace VideoPlatforms.Tests.Sandbox;

/// <summary>The installed programs of FFmpeg.</summary>
internal static class Ffmpeg
{
    public static string? Probe { get; } = Run.OnPath(OperatingSystem.IsWindows() ? "ffprobe.exe" : "ffprobe");

    public static string? Converter { get; } = Run.OnPath(OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg");

    /// <summary>The reason why FFmpeg is not available; null if it is available.</summary>
    public static string? WhyNot => Probe is null || Converter is null ? "ffprobe or ffmpeg was not found on the path (Debian: apt-get install ffmpeg)." : null;
}

/// <summary>A test that is skipped if FFmpeg is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegFactAttribute : FactAttribute
{
    public override string Skip
    {
        get => Ffmpeg.WhyNot!;
        set => throw new NotSupportedException();
    }
}
