using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Failures;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms;

/// <summary>What every Connect does, whatever the platform.</summary>
internal static class Connecting
{
    /// <summary>Makes a session of a client, keeps it and says where it is not safe.</summary>
    public static VideoPlatformSession Open(PlatformClient client, string name, SessionStore store, ICallObserver observer)
    {
        if (client.BaseUri.Scheme == "http" && !client.BaseUri.IsLoopback)
        {
            observer.Warning(CommandMessages.Unencrypted.With(client.BaseUri.GetLeftPart(UriPartial.Authority)));
        }

        var session = new VideoPlatformSession(name, client);
        store.Add(session);
        return session;
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
