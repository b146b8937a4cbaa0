using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Common.Sessions;

/// <summary>Opens and closes sessions of any platform.</summary>
internal static class SessionLifecycle
{
    /// <summary>Signs in, creates and stores the session, and writes warnings about an insecure connection.</summary>
    /// <exception cref="PlatformException">The server rejected the credentials.</exception>
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

    /// <summary>Signs out and removes the session from memory, even if the server rejects the sign-out.</summary>
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
