using System.Security;
using VideoPlatforms.Clients.Common;
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
        (sandbox, options) => new PolyvClient(sandbox.Polyv.UserId, sandbox.Polyv.GetSecret().ToSecureString(), options),
        (parameters, credentials, options) => new PolyvClient(
            credentials.Account(parameters.Get<string>("UserId"), "UserId", "POLYV_USER_ID"),
            credentials.Secret(parameters.Get<SecureString>("SecretKey"), "SecretKey", "POLYV_SECRET_KEY"),
            options),
        video => ((PolyvVideo)video).StatusCode,
        video => ((PolyvVideo)video).AudioUrl)
    {
        AccountParameters = new Dictionary<string, Func<string, object>> { ["UserId"] = text => InputRules.NotWhiteSpace.Check(text, "UserId")! },
    };
}
