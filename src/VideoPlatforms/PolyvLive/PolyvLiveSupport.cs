using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.PolyvLive;

/// <summary>Adds Polyv Live to the module.</summary>
internal static class PolyvLiveSupport
{
    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        PolyvLivePlatform.Description,
        sandbox => sandbox.PolyvLive,
        (sandbox, options) => new PolyvLiveClient(sandbox.PolyvLive.AppId, sandbox.PolyvLive.GetSecret().ToSecureString(), options));
}
