using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Sessions;

/// <summary>The errors of finding a session. Nothing has been sent when one of them is reported.</summary>
internal static class SessionErrors
{
    /// <summary>No session was named, and there is none, or it is not clear which.</summary>
    public static PlatformException NoDefault(Platform platform, IReadOnlyList<VideoPlatformSession> candidates) =>
        candidates.Count == 0
            ? new(platform, ErrorKind.NotConnected, CommandMessages.NoSession.With(platform), CommandMessages.NoSessionDo.With(platform))
            : new(
                platform,
                ErrorKind.NotConnected,
                CommandMessages.ManySessions.With(platform, string.Join(", ", candidates.Select(session => session.Name))),
                CommandMessages.ManySessionsDo);

    /// <summary>The session that the user named, or that an item was read with, is not open.</summary>
    public static PlatformException NotOpen(VideoPlatformSession session, bool endsPipeline) =>
        new(
            session.Platform,
            ErrorKind.NotConnected with { EndsPipeline = endsPipeline },
            CommandMessages.SessionNotOpen.With(ErrorText.SanitizeForDisplay(session.ToString())),
            CommandMessages.SessionNotOpenDo.With(session.Platform));
}
