namespace VideoPlatforms.Sandbox;

/// <summary>Contains the options for starting a sandbox.</summary>
public sealed class SandboxOptions
{
    /// <summary>Gets or sets the loopback port; 0 for a free port.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the number of videos on each platform.</summary>
    public int VideoCount { get; set; } = 300;

    /// <summary>Gets or sets the delay of every response.</summary>
    public TimeSpan Latency { get; set; }
}
