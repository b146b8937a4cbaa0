namespace VideoPlatforms.Sandbox;

/// <summary>How a sandbox starts.</summary>
public sealed class SandboxOptions
{
    /// <summary>The loopback port; 0 takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>How many videos each platform holds.</summary>
    public int VideoCount { get; set; } = 300;

    /// <summary>How long every response waits.</summary>
    public TimeSpan Latency { get; set; }
}
