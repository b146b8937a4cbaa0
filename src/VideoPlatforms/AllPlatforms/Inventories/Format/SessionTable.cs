using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>The sessions that an inventory names, each of them once.</summary>
/// <param name="known">The sessions of the header by their text.</param>
internal sealed class SessionTable(IReadOnlyDictionary<string, VideoPlatformSession>? known = null)
{
    private readonly Dictionary<(Platform, string), VideoPlatformSession> _sessions = [];

    /// <summary>Adds a session.</summary>
    public void Add(VideoPlatformSession session) => _sessions[(session.Platform, session.ToString())] = session;

    /// <summary>Returns the session with a text.</summary>
    public VideoPlatformSession Find(Platform platform, string text)
    {
        if (!_sessions.TryGetValue((platform, text), out var session))
        {
            session = known is not null && known.TryGetValue(text, out var full) && full.Platform == platform
                ? full
                : new VideoPlatformSession(platform, SessionReference.Parse(text));
            _sessions.Add((platform, text), session);
        }

        return session;
    }
}
