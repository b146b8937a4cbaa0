namespace VideoPlatforms.Clients.Http;

/// <summary>What a platform gave a session to speak with.</summary>
/// <param name="Value">The token itself.</param>
/// <param name="ExpiresAt">When it ends; null where nobody said.</param>
internal sealed record Token(Secret Value, DateTimeOffset? ExpiresAt);
