using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Sessions;

/// <summary>What every Connect does, whatever the platform.</summary>
internal static class SessionLifecycle
{
    /// <summary>Logs a client in, makes a session of it, keeps that and says where it is not safe.</summary>
    /// <exception cref="PlatformException">The server refused the credentials.</exception>
    public static async Task<VideoPlatformSession> OpenAsync(PlatformClient client, string name, SessionStore store, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (client.BaseUri.Scheme == "http" && !client.BaseUri.IsLoopback)
        {
            observer.Warning(CommandMessages.TrafficNotEncrypted.With(client.BaseUri.GetLeftPart(UriPartial.Authority)));
        }

        if (client.SkipsCertificateCheck)
        {
            observer.Warning(CommandMessages.CertificateNotValidated.With(client.BaseUri.GetLeftPart(UriPartial.Authority)));
        }

        try
        {
            await client.SignInAsync(observer, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        var session = new VideoPlatformSession(name, client);
        store.Add(session);
        return session;
    }

    /// <summary>Logs out and forgets the session; it is forgotten even where the server refuses the log-out.</summary>
    public static async Task CloseAsync(VideoPlatformSession session, SessionStore store, ICommandHost host, CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.SignOutAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure)
        {
            host.Warning(CommandMessages.NotSignedOut.With(session, failure.Message));
        }
        finally
        {
            store.Close(session);
        }
    }
}
