using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Restores a session. The result is a reference to a session, not an open session.</summary>
internal static class SessionReader
{
    /// <summary>Restores a session. Returns null if platform, name, account or server is missing.</summary>
    public static VideoPlatformSession? Read(PropertyReader properties) =>
        properties.Word<Platform>("Platform") is { } platform
        && properties.Text("Name") is { Length: > 0 } name
        && properties.Text("Account") is { Length: > 0 } account
        && Uri.TryCreate(properties.Text("BaseUri"), UriKind.Absolute, out var server)
            ? new(platform, name, account, server, properties.Time("ConnectedAt") ?? default, properties.Time("ExpiresAt"))
            : null;

    /// <summary>Returns the session of a saved object; null if the object contains none.</summary>
    public static VideoPlatformSession? Of(PropertyReader properties, Platform platform) => properties["Session"] switch
    {
        VideoPlatformSession session => session,
        string text when !string.IsNullOrWhiteSpace(text) => new(platform, SessionReference.Parse(text)),
        _ => null,
    };
}
