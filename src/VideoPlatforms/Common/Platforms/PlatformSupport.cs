using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Platforms;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Hosting;

namespace VideoPlatforms.Common.Platforms;

/// <summary>Adds to the description of a platform what the module needs to know of it.</summary>
/// <param name="Description">The platform.</param>
/// <param name="SandboxOf">Returns the platform's part of a sandbox.</param>
/// <param name="CreateSandboxClient">Creates a client with the account of the sandbox.</param>
internal sealed record PlatformSupport(
    PlatformDescription Description,
    Func<SandboxServer, PlatformSandbox> SandboxOf,
    Func<SandboxServer, ConnectionOptions, PlatformClient> CreateSandboxClient)
{
    /// <summary>The platform.</summary>
    public Platform Platform => Description.Platform;
}
