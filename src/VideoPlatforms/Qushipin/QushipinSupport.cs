using System.Security;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.Qushipin;

/// <summary>Adds Qushipin App Server to the module.</summary>
internal static class QushipinSupport
{
    private const string Running = "onTranscode";

    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        QushipinPlatform.Description,
        sandbox => sandbox.Qushipin,
        (sandbox, options) => new QushipinClient(sandbox.Qushipin.UserName, sandbox.Qushipin.GetSecret().ToSecureString(), null, options),
        (parameters, credentials, options) =>
        {
            options.BaseUri = credentials.Address(options.BaseUri, "BaseUri", "QUSHIPIN_BASE_URI");
            var timeZone = parameters.Get<TimeZoneInfo>("TimeZone");
            return credentials.Optional(parameters.Get<SecureString>("ConsoleToken"), "ConsoleToken") is { } token
                ? new QushipinClient(token, timeZone, options)
                : new QushipinClient(
                    credentials.Account(parameters.Get<string>("UserName"), "UserName", "QUSHIPIN_USERNAME"),
                    credentials.Secret(parameters.Get<SecureString>("Password"), "Password", "QUSHIPIN_PASSWORD"),
                    timeZone,
                    options);
        },
        video => $"transcodeStatus {((QushipinVideo)video).TranscodeStatus}, censorStatus {((QushipinVideo)video).CensorStatus}",
        video => video.Url)
    {
        AccountParameters = new Dictionary<string, Func<string, object>> { ["TimeZone"] = TimeZoneName.Find },
        UnknownStatusOf = video => UnknownStatusOf((QushipinVideo)video),
        FindVideo = async (client, id, observer, cancellationToken) => await ((QushipinClient)client).FindVideoAsync(id, observer, cancellationToken).ConfigureAwait(false),
        TaskOf = (operation, video) => TaskOf(operation, (QushipinVideo)video),
    };

    private static string? UnknownStatusOf(QushipinVideo video) =>
        video.TranscodeStatus is not (null or "" or Running or "success" or "fail") ? $"transcodeStatus {video.TranscodeStatus}"
        : video.CensorStatus is not (null or "" or "onCensor" or "success" or "fail") ? $"censorStatus {video.CensorStatus}"
        : null;

    // The state of a video does not depend on its narrowband transcoding, except for the one who started that.
    private static StartedTask? TaskOf(string operation, QushipinVideo video) => operation switch
    {
        "submitTranscode" => new(video.TranscodeStatus == Running, video.State),
        "submitTabTranscode" when video.State is VideoState.Blocked or VideoState.InReview => new(video.NarrowbandTranscodeStatus == Running, video.State),
        "submitTabTranscode" => video.NarrowbandTranscodeStatus switch
        {
            Running => new(true, VideoState.Processing),
            "fail" => new(false, VideoState.Failed),
            _ => new(false, video.State),
        },
        _ => null,
    };
}
