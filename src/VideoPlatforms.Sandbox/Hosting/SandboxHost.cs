using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Media;

namespace VideoPlatforms.Sandbox.Hosting;

/// <summary>Contains the values that all platforms share.</summary>
internal sealed record SandboxHost(Uri Root, int VideoCount, SandboxClock Clock, MediaSandbox Media);
