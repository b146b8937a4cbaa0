using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Failures;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms;

/// <summary>What every Connect does, whatever the platform.</summary>
internal static class Connecting
{
    /// <summary>Logs a client in, makes a session of it, keeps that and says where it is not safe.</summary>
    /// <exception cref="PlatformException">The server refused the credentials.</exception>
    public static async Task<VideoPlatformSession> OpenAsync(PlatformClient client, string name, SessionStore store, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (client.BaseUri.Scheme == "http" && !client.BaseUri.IsLoopback)
        {
            observer.Warning(CommandMessages.Unencrypted.With(client.BaseUri.GetLeftPart(UriPartial.Authority)));
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

    /// <summary>The server's address from the environment.</summary>
    /// <exception cref="PlatformException">It is not there.</exception>
    /// <exception cref="ArgumentException">It is no http or https address.</exception>
    public static Uri Address(Platform platform, string variable)
    {
        var text = Text(null, platform, "BaseUri", variable);
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? InputRules.HttpAddress.Check(address, variable)
            : throw new ArgumentException(InputRules.HttpAddress.Sentence, variable);
    }

    /// <summary>The value given, or the environment's where none was.</summary>
    /// <exception cref="PlatformException">Neither has it.</exception>
    public static string Text(string? given, Platform platform, string parameter, string variable) =>
        given ?? Variable(variable) ?? throw Missing(platform, parameter, variable);

    /// <summary>The secret given, or the environment's where none was.</summary>
    /// <exception cref="PlatformException">Neither has it.</exception>
    public static SecureString Secret(SecureString? given, Platform platform, string parameter, string variable)
    {
        if (given is not null)
        {
            return given;
        }

        var secret = new SecureString();
        foreach (var character in Variable(variable) ?? throw Missing(platform, parameter, variable))
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static PlatformException Missing(Platform platform, string parameter, string variable) =>
        new(
            platform,
            FailureKind.MissingCredential,
            CommandMessages.CredentialMissing.With(platform, parameter, variable),
            CommandMessages.CredentialMissingDo.With(parameter, variable));
}
