using System.Globalization;
using System.Text;

namespace VideoPlatforms.Clients.Common;

/// <summary>
/// Represents the text form of a session: <c>default</c>, <c>Qushipin/default</c> or, with account and server,
/// <c>Qushipin/default ops@vod.example.com</c>.
/// </summary>
internal sealed class SessionReference
{
    // The name of a session contains neither character, so that text without an account is never read as text with one.
    private const char PlatformEnd = '/';
    private const char AccountEnd = '@';

    private SessionReference(Platform? platform, string name, string? account)
    {
        Platform = platform;
        Name = name;
        AccountAndServer = account;
    }

    /// <summary>Initializes a reference with all parts.</summary>
    public SessionReference(Platform platform, string name, string account, Uri server)
        : this(platform, name, $"{WithoutSpaces(account)}{AccountEnd}{Server(server)}")
    {
    }

    /// <summary>Gets the platform; null if the text does not contain it.</summary>
    public Platform? Platform { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the account and the server, such as <c>ops@vod.example.com</c>; null if the text does not contain them.</summary>
    public string? AccountAndServer { get; }

    /// <summary>Returns whether the text is a valid name of a session.</summary>
    public static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name!.IndexOfAny([PlatformEnd, AccountEnd]) < 0;

    /// <summary>Parses the text form of a session.</summary>
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
                break;
            }
        }

        var space = text.LastIndexOf(' ');
        return space > 0 && text.IndexOf(AccountEnd, space) > 0
            ? new(platform, text.Substring(0, space), text.Substring(space + 1))
            : new(platform, text, null);
    }

    /// <summary>Returns whether the platforms and names match. A missing platform matches any platform; names are case-insensitive.</summary>
    public bool HasNameOf(SessionReference other) => HasPlatformOf(other) && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the platforms, accounts and servers match. If one has no account, the names are compared instead.</summary>
    public bool HasAccountOf(SessionReference other) =>
        AccountAndServer is null || other.AccountAndServer is null ? HasNameOf(other) : HasPlatformOf(other) && AccountAndServer.Equals(other.AccountAndServer, StringComparison.Ordinal);

    /// <summary>Returns the text form, which <see cref="Parse"/> accepts.</summary>
    public override string ToString() =>
        (Platform is { } platform ? platform.ToString() + PlatformEnd : "") + Name + (AccountAndServer is null ? "" : " " + AccountAndServer);

    // The port is omitted only for https with the default port, because another port may be another server.
    private static string Server(Uri server) =>
        server.Host
        + (server is { Scheme: "https", IsDefaultPort: true } ? "" : ":" + server.Port.ToString(CultureInfo.InvariantCulture))
        + server.AbsolutePath.TrimEnd('/');

    // Parse reads the account after the last space, so the account must not contain white space.
    private static string WithoutSpaces(string account)
    {
        var text = new StringBuilder(account.Length);
        foreach (var character in account)
        {
            text.Append(char.IsWhiteSpace(character) || character == '%' ? Uri.EscapeDataString(character.ToString()) : character.ToString());
        }

        return text.ToString();
    }

    private bool HasPlatformOf(SessionReference other) => Platform is null || other.Platform is null || Platform == other.Platform;
}
