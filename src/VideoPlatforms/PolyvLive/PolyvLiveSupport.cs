using System.Security;
using VideoPlatforms.Clients.Common;
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
        (sandbox, options) => new PolyvLiveClient(sandbox.PolyvLive.AppId, sandbox.PolyvLive.GetSecret().ToSecureString(), options),
        (parameters, credentials, options) => new PolyvLiveClient(
            credentials.Account(parameters.Get<string>("AppId"), "AppId", "POLYV_LIVE_APP_ID"),
            credentials.Secret(parameters.Get<SecureString>("AppSecret"), "AppSecret", "POLYV_LIVE_APP_SECRET"),
            options),
        playback => ((PolyvLivePlayback)playback).Status,
        playback => ((PolyvLivePlayback)playback).FileUrl)
    {
        AccountParameters = new Dictionary<string, Func<string, object>> { ["AppId"] = text => InputRules.NotWhiteSpace.Check(text, "AppId")! },
        Lists =
        [
            (client, options, observer, cancellationToken) => client.ListAsync(options, observer, cancellationToken),
            (client, options, observer, cancellationToken) => ((PolyvLiveClient)client).ListVodsAsync(options, observer, cancellationToken),
        ],
        IsEncrypted = playback => ((PolyvLivePlayback)playback).Encrypted == true,
    };
}
