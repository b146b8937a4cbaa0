using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Sandbox;

/// <summary>Connects sessions to a sandbox with the sandbox's accounts.</summary>
internal static class SandboxSessions
{
    // A server on this machine needs no rate limit.
    private const double RequestsPerSecond = 10_000;

    /// <summary>Creates a client for each platform.</summary>
    public static IEnumerable<PlatformClient> CreateClients(SandboxServer sandbox) =>
        SupportedPlatforms.All.Select(platform => platform.CreateSandboxClient(sandbox, OptionsFor(platform.SandboxOf(sandbox).BaseUri)));

    /// <summary>Opens a session named <c>default</c> for each platform.</summary>
    public static async Task<List<VideoPlatformSession>> ConnectAsync(SandboxServer sandbox, SessionStore store, ICallObserver observer, CancellationToken cancellationToken)
    {
        var sessions = new List<VideoPlatformSession>();
        foreach (var client in CreateClients(sandbox))
        {
            sessions.Add(await SessionLifecycle.OpenAsync(client, SessionStore.DefaultName, store, observer, cancellationToken).ConfigureAwait(false));
        }

        return sessions;
    }

    private static ConnectionOptions OptionsFor(Uri address) => new() { BaseUri = address, RequestsPerSecond = RequestsPerSecond };
}
