using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms;

/// <summary>Connects sessions to a sandbox with the sandbox's own accounts.</summary>
internal static class SandboxSessions
{
    // Loopback needs no restraint.
    private const double RequestsPerSecond = 10_000;

    /// <summary>A client for each platform.</summary>
    public static IEnumerable<PlatformClient> CreateClients(SandboxServer sandbox)
    {
        yield return new PolyvClient(sandbox.Polyv.UserId, Secure(sandbox.Polyv.GetSecretKey()), At(sandbox.Polyv.BaseUri));
    }

    /// <summary>Opens a session named <c>default</c> with each platform.</summary>
    public static List<VideoPlatformSession> Connect(SandboxServer sandbox, SessionStore store, ICallObserver observer) =>
        [.. CreateClients(sandbox).Select(client => Connecting.Open(client, SessionStore.DefaultName, store, observer))];

    private static ConnectionOptions At(Uri address) => new() { BaseUri = address, RequestsPerSecond = RequestsPerSecond };

    private static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
