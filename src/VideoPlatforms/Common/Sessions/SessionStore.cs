using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms;

/// <summary>The open sessions of one owner (a runspace, or a program), by platform and name.</summary>
internal sealed class SessionStore
{
    /// <summary>The name where none is given.</summary>
    public const string DefaultName = "default";

    private readonly List<VideoPlatformSession> _sessions = [];

    /// <summary>The open sessions, in the order in which they were connected.</summary>
    public IReadOnlyList<VideoPlatformSession> All
    {
        get
        {
            lock (_sessions)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>Keeps a session; one of the same platform and name is closed.</summary>
    public void Add(VideoPlatformSession session)
    {
        lock (_sessions)
        {
            if (Named(session.Platform, session.Name) is { } replaced)
            {
                Close(replaced);
            }

            _sessions.Add(session);
        }
    }

    /// <summary>Forgets a session, its connections and its secrets.</summary>
    public void Close(VideoPlatformSession session)
    {
        lock (_sessions)
        {
            _sessions.Remove(session);
        }

        session.Client.Dispose();
    }

    /// <summary>The session of a name.</summary>
    public VideoPlatformSession? Named(Platform platform, string name)
    {
        lock (_sessions)
        {
            return _sessions.Find(session => session.Platform == platform && string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The platform's session named <c>default</c>, or the only one.</summary>
    /// <exception cref="PlatformException">There is none, or it is not clear which.</exception>
    public VideoPlatformSession Default(Platform platform)
    {
        var candidates = All.Where(session => session.Platform == platform).ToList();
        return Named(platform, DefaultName)
            ?? (candidates.Count == 1 ? candidates[0] : throw NotConnected(platform, candidates));
    }

    private static PlatformException NotConnected(Platform platform, List<VideoPlatformSession> candidates)
    {
        var message = candidates.Count == 0
            ? CommandMessages.NoSession.With(platform)
            : CommandMessages.ManySessions.With(platform, string.Join(", ", candidates.Select(session => session.Name)));
        var advice = candidates.Count == 0
            ? CommandMessages.NoSessionDo.With(platform)
            : CommandMessages.ManySessionsDo;
        return new(platform, FailureKind.NotConnected, message, advice);
    }
}
