namespace VideoPlatforms.Sandbox;

/// <summary>What every platform shares: one address, one size, one clock.</summary>
internal sealed record SandboxHost(Uri Root, int VideoCount, SandboxClock Clock);
