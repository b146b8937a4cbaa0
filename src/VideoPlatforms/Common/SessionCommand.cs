using VideoPlatforms.Clients;

namespace VideoPlatforms.Commands;

/// <summary>What every cmdlet takes that makes calls.</summary>
/// <typeparam name="TClient">The platform's client.</typeparam>
public abstract class SessionCommand<TClient> : AsyncCommand
    where TClient : PlatformClient
{
    /// <summary>
    /// <para type="description">The session to use, or its name; the platform's session named default, or the only one, where none is given.</para>
    /// </summary>
    public abstract VideoPlatformSession? Session { get; set; }

    private protected abstract Platform Platform { get; }

    /// <summary>Speaks for the session.</summary>
    private protected TClient Client => (TClient)(Session ?? Sessions.Default(Platform)).Client;
}
