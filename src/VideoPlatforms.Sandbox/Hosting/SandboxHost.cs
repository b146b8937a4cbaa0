using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Hosting;

/// <summary>What every platform shares: one address, one size, one clock.</summary>
internal sealed record SandboxHost(Uri Root, int VideoCount, SandboxClock Clock);
