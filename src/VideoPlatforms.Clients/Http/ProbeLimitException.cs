namespace VideoPlatforms.Clients.Http;

/// <summary>Ends a call of a session check that needs more requests than the check may send.</summary>
internal sealed class ProbeLimitException : Exception;
