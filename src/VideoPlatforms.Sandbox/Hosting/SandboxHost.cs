using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Hosting;

/// <summary>Contains the values that all platforms share.</summary>
internal sealed record SandboxHost(Uri Root, int VideoCount, SandboxClock Clock);
