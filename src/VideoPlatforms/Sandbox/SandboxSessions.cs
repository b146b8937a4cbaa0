using System.Net;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Sandbox;

/// <summary>Connects sessions to a sandbox with the sandbox's own credentials.</summary>
internal static class SandboxSessions
{
    // A server on loopback needs no rate limit.
    private const double RequestsPerSecond = 10_000;

    /// <summary>Creates a client for each platform.</summary>
    public static IEnumerable<PlatformClient> CreateClients(SandboxServer sandbox)
    {
        yield return new PolyvClient(sandbox.Polyv.UserId, Secure(sandbox.Polyv.GetSecretKey()), At(sandbox.Polyv.BaseUri));
        yield return new PolyvLiveClient(sandbox.PolyvLive.AppId, Secure(sandbox.PolyvLive.GetAppSecret()), At(sandbox.PolyvLive.BaseUri));
        yield return new ChanjingClient(sandbox.Chanjing.AppId, Secure(sandbox.Chanjing.GetSecretKey()), At(sandbox.Chanjing.BaseUri));
        yield return new QushipinClient(sandbox.Qushipin.UserName, Secure(sandbox.Qushipin.GetPassword()), null, At(sandbox.Qushipin.BaseUri));
        yield return new DigitalPersonClient(
            sandbox.DigitalPerson.AppId,
            Secure(sandbox.DigitalPerson.GetAuthorizationText()),
            sandbox.DigitalPerson.Account,
            At(sandbox.DigitalPerson.BaseUri));
    }

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

    private static ConnectionOptions At(Uri address) => new() { BaseUri = address, RequestsPerSecond = RequestsPerSecond };

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
