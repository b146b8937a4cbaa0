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

    /// <summary>The sessions given, or all; of these, those of some platforms where they are named.</summary>
    /// <exception cref="PlatformException">A platform that was named has none.</exception>
    /// <exception cref="CommandException">There is none at all.</exception>
    public IReadOnlyList<VideoPlatformSession> Open(IReadOnlyList<VideoPlatformSession>? given, IReadOnlyList<Platform>? platforms)
    {
        var sessions = (given ?? All).Distinct().Where(session => platforms is null || platforms.Contains(session.Platform)).ToList();
        foreach (var platform in platforms ?? [])
        {
            if (!sessions.Exists(session => session.Platform == platform))
            {
                throw NotConnected(platform, []);
            }
        }

        return sessions.Count > 0
            ? sessions
            : throw new CommandException("VideoPlatforms.NotConnected", FailureCategory.InvalidOperation, CommandMessages.NoSessionAtAll, CommandMessages.NoSessionAtAllDo);
    }

    /// <summary>Speaks for the session given, or for the platform's own.</summary>
    /// <exception cref="PlatformException">None was given, and there is none or it is not clear which.</exception>
    public TClient Client<TClient>(VideoPlatformSession? given, Platform platform)
        where TClient : PlatformClient => (TClient)(given ?? Default(platform)).Client;

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
