using VideoPlatforms.Clients;

namespace VideoPlatforms.Common.Sessions;

/// <summary>Stores the open sessions of one owner (a runspace or a program) by platform and name.</summary>
internal sealed class SessionStore
{
    /// <summary>The name of a session if none is specified.</summary>
    public const string DefaultName = "default";

    private readonly List<VideoPlatformSession> _sessions = [];

    /// <summary>Gets the open sessions in the order in which they were connected.</summary>
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

    /// <summary>Adds a session. An open session with the same platform and name is closed.</summary>
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

    /// <summary>Removes a session, closes its connections and clears its secrets.</summary>
    public void Close(VideoPlatformSession session)
    {
        lock (_sessions)
        {
            _sessions.Remove(session);
        }

        session.Close();
    }

    /// <summary>Returns the session with a name; null if there is none.</summary>
    public VideoPlatformSession? Named(Platform platform, string name)
    {
        lock (_sessions)
        {
            return _sessions.Find(session => session.Platform == platform && string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Returns the platform's session named <c>default</c>, or the only one.</summary>
    /// <exception cref="PlatformException">There is no session, or no unambiguous one.</exception>
    public VideoPlatformSession Default(Platform platform)
    {
        var candidates = All.Where(session => session.Platform == platform).ToList();
        return Named(platform, DefaultName)
            ?? (candidates.Count == 1 ? candidates[0] : throw SessionErrors.NoDefault(platform, candidates));
    }

    /// <summary>Returns the client of the specified session, or of the platform's default session.</summary>
    /// <exception cref="PlatformException">The session is not open, or there is no unambiguous one.</exception>
    public TClient Client<TClient>(VideoPlatformSession? given, Platform platform)
        where TClient : PlatformClient => (TClient)For(platform, given, origin: null).Client;

    /// <summary>Returns the session for a call that concerns an item: only the session that the item was read with can be used.</summary>
    /// <param name="platform">The platform of the call.</param>
    /// <param name="given">The session that the user specifies; null if none is specified.</param>
    /// <param name="origin">The session that the item was read with; null if the item contains none.</param>
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

    /// <summary>Returns the open session that a session object or its text refers to.</summary>
    /// <exception cref="PlatformException">The session belongs to another account, server or platform, or is not open.</exception>
    public VideoPlatformSession Open(Platform platform, VideoPlatformSession session) => Open(platform, session, isOrigin: false);

    /// <summary>
    /// Returns the specified sessions, or all open sessions, in the order of their platforms, optionally only those of some
    /// platforms.
    /// </summary>
    /// <exception cref="PlatformException">A session is not open, or a specified platform has no session.</exception>
    /// <exception cref="CommandException">There is no open session.</exception>
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

        // A closed session that the user specifies is an error. The session of a video can be closed and opened again under the same name.
        var named = isOrigin || !session.IsClosed ? All.FirstOrDefault(open => session.Reference.HasNameOf(open.Reference)) : null;
        return named is null ? throw SessionErrors.NotOpen(session, endsPipeline: !isOrigin)
            : session.Reference.HasAccountOf(named.Reference) ? named
            : throw ItemErrors.Mismatch(session, named);
    }
}
