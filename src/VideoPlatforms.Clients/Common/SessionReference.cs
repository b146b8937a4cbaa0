using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>
/// A session as text names it: <c>default</c>, <c>Qushipin/default</c> or, with account and server,
/// <c>Qushipin/default ops@vod.example.com</c>.
/// </summary>
internal sealed class SessionReference
{
    // Neither can stand in a session's name, so text without an account is never read as text with one.
    private const char PlatformEnd = '/';
    private const char AccountEnd = '@';

    private SessionReference(Platform? platform, string name, string? account)
    {
        Platform = platform;
        Name = name;
        AccountAndServer = account;
    }

    /// <summary>Names a session in full.</summary>
    public SessionReference(Platform platform, string name, string account, Uri server)
        : this(platform, name, $"{WithoutSpaces(account)}{AccountEnd}{Server(server)}")
    {
    }

    /// <summary>The platform; null if the text does not say.</summary>
    public Platform? Platform { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The account and the server, as in <c>ops@vod.example.com</c>; null if the text does not say them.</summary>
    public string? AccountAndServer { get; }

    /// <summary>Whether a session can have this name.</summary>
    public static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name!.IndexOfAny([PlatformEnd, AccountEnd]) < 0;

    /// <summary>Reads text that names a session.</summary>
    public static SessionReference Parse(string text)
    {
        text = text.Trim();
        Platform? platform = null;
        foreach (Platform known in Enum.GetValues(typeof(Platform)))
        {
            var prefix = known.ToString() + PlatformEnd;
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                platform = known;
                text = text.Substring(prefix.Length);
            }
        }

        var space = text.LastIndexOf(' ');
        return space > 0 && text.IndexOf(AccountEnd, space) > 0
            ? new(platform, text.Substring(0, space), text.Substring(space + 1))
            : new(platform, text, null);
    }

    /// <summary>Whether both have the same platform and name. A platform that the text does not say is any.</summary>
    public bool HasNameOf(SessionReference other) => HasPlatformOf(other) && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether both have the same platform, account and server. If the text does not say them, the name counts.</summary>
    public bool HasAccountOf(SessionReference other) =>
        AccountAndServer is null || other.AccountAndServer is null ? HasNameOf(other) : HasPlatformOf(other) && AccountAndServer.Equals(other.AccountAndServer, StringComparison.Ordinal);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        (Platform is { } platform ? platform.ToString() + PlatformEnd : "") + Name + (AccountAndServer is null ? "" : " " + AccountAndServer);

    // Only https on its own port goes without saying: another port may be another server.
    private static string Server(Uri server) =>
        server.Host
        + (server is { Scheme: "https", IsDefaultPort: true } ? "" : ":" + server.Port.ToString(CultureInfo.InvariantCulture))
        + server.AbsolutePath.TrimEnd('/');

    // The account begins after the last space.
    private static string WithoutSpaces(string account) =>
        string.Concat(account.Select(character => char.IsWhiteSpace(character) || character == '%' ? Uri.EscapeDataString(character.ToString()) : character.ToString()));

    private bool HasPlatformOf(SessionReference other) => Platform is null || other.Platform is null || Platform == other.Platform;
}
