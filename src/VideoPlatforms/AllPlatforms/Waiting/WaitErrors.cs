using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.AllPlatforms.Waiting;

/// <summary>Creates the errors for videos that do not reach the state.</summary>
internal static class WaitErrors
{
    /// <summary>Returns the error for a video that reached a state that is a failure.</summary>
    public static PlatformException Failed(AwaitedVideo video, VideoState state, string? status) =>
        Create(video, ErrorKind.WaitFailed, status, state, string.IsNullOrWhiteSpace(status) ? "-" : status);

    /// <summary>Returns the error for a video that the platform does not return.</summary>
    public static PlatformException Gone(AwaitedVideo video) => Create(video, ErrorKind.WaitGone, null);

    /// <summary>Returns the error for a video that did not reach the state in time.</summary>
    public static PlatformException TimedOut(AwaitedVideo video, WaitOptions options) =>
        Create(
            video,
            ErrorKind.WaitTimedOut,
            null,
            string.Join(", ", options.States),
            options.Timeout.TotalSeconds.ToString("0.###", CultureInfo.CurrentCulture),
            video.LastState?.ToString() ?? "-");

    private static PlatformException Create(AwaitedVideo video, ErrorKind kind, string? status, params object?[] details)
    {
        var platform = video.Session.Platform;
        object?[] texts = [.. new object?[] { video.Id, video.Session }.Concat(details).Select(text => ErrorText.SanitizeForDisplay($"{text}"))];
        return new(platform, kind, $"{platform}: {ErrorText.Find(platform, kind, "What").With(texts)}", ErrorText.Advise(platform, kind))
        {
            Target = video.Id,
            VendorMessage = status,
        };
    }
}
