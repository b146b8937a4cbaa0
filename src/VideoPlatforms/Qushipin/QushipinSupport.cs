using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.Qushipin;

/// <summary>Adds Qushipin App Server to the module.</summary>
internal static class QushipinSupport
{
    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        QushipinPlatform.Description,
        sandbox => sandbox.Qushipin,
        (sandbox, options) => new QushipinClient(sandbox.Qushipin.UserName, sandbox.Qushipin.GetSecret().ToSecureString(), null, options));
}
