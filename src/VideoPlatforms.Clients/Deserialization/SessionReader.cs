using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Rebuilds a session as what it is elsewhere: a name for a session, not an open one.</summary>
internal static class SessionReader
{
    /// <summary>Rebuilds it; null unless platform, name, account and server are known.</summary>
    public static VideoPlatformSession? Read(PropertyReader properties) =>
        properties.Word<Platform>("Platform") is { } platform
        && properties.Text("Name") is { Length: > 0 } name
        && properties.Text("Account") is { Length: > 0 } account
        && Uri.TryCreate(properties.Text("BaseUri"), UriKind.Absolute, out var server)
            ? new(platform, name, account, server, properties.Time("ConnectedAt") ?? default, properties.Time("ExpiresAt"))
            : null;

    /// <summary>The session of a saved object; null if it says none.</summary>
    public static VideoPlatformSession? Of(PropertyReader properties, Platform platform) => properties["Session"] switch
    {
        VideoPlatformSession session => session,
        string text when !string.IsNullOrWhiteSpace(text) => new(platform, SessionReference.Parse(text)),
        _ => null,
    };
}
