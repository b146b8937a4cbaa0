using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.Chanjing;

/// <summary>Adds Chanjing to the module.</summary>
internal static class ChanjingSupport
{
    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        ChanjingPlatform.Description,
        sandbox => sandbox.Chanjing,
        (sandbox, options) => new ChanjingClient(sandbox.Chanjing.AppId, sandbox.Chanjing.GetSecret().ToSecureString(), options));
}
