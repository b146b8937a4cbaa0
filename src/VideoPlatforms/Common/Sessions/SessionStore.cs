using VideoPlatforms.Clients;

namespace VideoPlatforms.Common.Sessions;

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

        session.Close();
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
            ?? (candidates.Count == 1 ? candidates[0] : throw SessionErrors.NoDefault(platform, candidates));
    }

    /// <summary>The client of the session given, or of the platform's own.</summary>
    /// <exception cref="PlatformException">The session is not open, or it is not clear which is meant.</exception>
    public TClient Client<TClient>(VideoPlatformSession? given, Platform platform)
        where TClient : PlatformClient => (TClient)For(platform, given, origin: null).Client;

    /// <summary>The session that may make a call for an item: the one that the item was read with, or none.</summary>
    /// <param name="platform">The platform that is called.</param>
    /// <param name="given">The session that the user names; null if none.</param>
    /// <param name="origin">The session that the item was read with; null if it says none.</param>
    /// <exception cref="PlatformException">The item belongs to another account, server or platform, or its session is not open.</exception>
    public VideoPlatformSession For(Platform platform, VideoPlatformSession? given, VideoPlatformSession? origin)
    {
        if (origin is null)
        {
            return given is null ? Default(platform) : Open(platform, given);
        }

        if (given is null)
        {
            return Open(platform, origin, isOrigin: true);
        }

        var session = Open(platform, given);
        return origin.Reference.HasAccountOf(session.Reference)
            ? session
            : throw ItemErrors.Mismatch(origin, session);
    }

    /// <summary>The open session that a session object or its text stands for.</summary>
    /// <exception cref="PlatformException">It belongs to another account, server or platform, or is not open.</exception>
    public VideoPlatformSession Open(Platform platform, VideoPlatformSession session) => Open(platform, session, isOrigin: false);

    /// <summary>The sessions given, or all, in the order of their platforms; of these, those of some platforms if they are named.</summary>
    /// <exception cref="PlatformException">A session is not open, or a platform that was named has none.</exception>
    /// <exception cref="CommandException">There is none at all.</exception>
    public IReadOnlyList<VideoPlatformSession> Open(IReadOnlyList<VideoPlatformSession>? given, IReadOnlyList<Platform>? platforms)
    {
        var sessions = (given?.Select(session => Open(session.Platform, session)) ?? All)
            .Distinct()
            .Where(session => platforms is null || platforms.Contains(session.Platform))
            .OrderBy(session => session.Platform)
            .ToList();
        foreach (var platform in platforms ?? [])
        {
            if (!sessions.Exists(session => session.Platform == platform))
            {
                throw SessionErrors.NoDefault(platform, []);
            }
        }

        return sessions.Count > 0
            ? sessions
            : throw new CommandException("VideoPlatforms.NotConnected", PlatformErrorCategory.InvalidOperation, CommandMessages.NoSessionAtAll, CommandMessages.NoSessionAtAllDo);
    }

    private VideoPlatformSession Open(Platform platform, VideoPlatformSession session, bool isOrigin)
    {
        if (session.Platform != platform)
        {
            throw ItemErrors.OtherPlatform(platform, session, endsPipeline: !isOrigin);
        }

        if (session.IsOpen)
        {
            return session;
        }

        // A session that the user closed and names all the same is a mistake; a video that was read with it is not.
        var named = isOrigin || !session.IsClosed ? All.FirstOrDefault(open => session.Reference.HasNameOf(open.Reference)) : null;
        return named is null ? throw SessionErrors.NotOpen(session, endsPipeline: !isOrigin)
            : session.Reference.HasAccountOf(named.Reference) ? named
            : throw ItemErrors.Mismatch(session, named);
    }
}
