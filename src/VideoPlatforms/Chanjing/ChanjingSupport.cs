using System.Security;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Common;
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
        (sandbox, options) => new ChanjingClient(sandbox.Chanjing.AppId, sandbox.Chanjing.GetSecret().ToSecureString(), options),
        (parameters, credentials, options) => credentials.Optional(parameters.Get<SecureString>("AccessToken"), "AccessToken") is { } token
            ? new ChanjingClient(token, options)
            : new ChanjingClient(
                credentials.Account(parameters.Get<string>("AppId"), "AppId", "CHANJING_APP_ID"),
                credentials.Secret(parameters.Get<SecureString>("SecretKey"), "SecretKey", "CHANJING_SECRET_KEY"),
                options),
        video => $"{((ChanjingVideo)video).StatusCode} {((ChanjingVideo)video).Message}".Trim(),
        video => video.Url)
    {
        AccountParameters = new Dictionary<string, Func<string, object>> { ["AppId"] = text => InputRules.NotWhiteSpace.Check(text, "AppId")! },
        FindVideo = async (client, id, observer, cancellationToken) => await ((ChanjingClient)client).FindVideoAsync(id, observer, cancellationToken).ConfigureAwait(false),
        SubtitleAddressOf = video => ((ChanjingVideo)video).SubtitleDataUrl,
        ReadSubtitles = ChanjingSubtitleReader.Read,
    };
}
