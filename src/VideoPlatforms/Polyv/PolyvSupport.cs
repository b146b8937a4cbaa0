using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.Polyv;

/// <summary>Adds Polyv VOD to the module.</summary>
internal static class PolyvSupport
{
    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        PolyvPlatform.Description,
        sandbox => sandbox.Polyv,
        (sandbox, options) => new PolyvClient(sandbox.Polyv.UserId, sandbox.Polyv.GetSecret().ToSecureString(), options));
}
