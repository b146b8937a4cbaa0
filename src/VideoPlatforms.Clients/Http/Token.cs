namespace VideoPlatforms.Clients.Http;

/// <summary>Represents the access token of a session.</summary>
/// <param name="Value">The value of the token.</param>
/// <param name="ExpiresAt">The expiration time; null if it is unknown.</param>
internal sealed record Token(Secret Value, DateTimeOffset? ExpiresAt);
