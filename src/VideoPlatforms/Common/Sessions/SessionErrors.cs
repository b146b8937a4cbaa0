using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Sessions;

/// <summary>Creates the errors for sessions that cannot be found. They are reported before a request is sent.</summary>
internal static class SessionErrors
{
    /// <summary>Returns the error if no session is specified and there is no open session or no unambiguous one.</summary>
    public static PlatformException NoDefault(Platform platform, IReadOnlyList<VideoPlatformSession> candidates) =>
        candidates.Count == 0
            ? new(platform, ErrorKind.NotConnected, CommandMessages.NoSession.With(platform), CommandMessages.NoSessionDo.With(platform))
            : new(
                platform,
                ErrorKind.NotConnected,
                CommandMessages.ManySessions.With(platform, string.Join(", ", candidates.Select(session => session.Name))),
                CommandMessages.ManySessionsDo);

    /// <summary>Returns the error for a specified session, or the session of an item, that is not open.</summary>
    public static PlatformException NotOpen(VideoPlatformSession session, bool endsPipeline) =>
        new(
            session.Platform,
            ErrorKind.NotConnected with { EndsPipeline = endsPipeline },
            CommandMessages.SessionNotOpen.With(ErrorText.SanitizeForDisplay(session.ToString())),
            CommandMessages.SessionNotOpenDo.With(session.Platform));
}
