using System.Net;
using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Credentials;

/// <summary>Provides a platform's credentials: from the parameters, then from the vault, then from environment variables.</summary>
/// <param name="platform">The platform.</param>
/// <param name="vault">The secret from the vault; null if -VaultSecretName is not specified.</param>
internal sealed class CredentialSource(Platform platform, VaultSecret? vault = null)
{
    /// <summary>Returns the account ID: the user name of a credential.</summary>
    /// <exception cref="PlatformException">The value is not specified anywhere.</exception>
    public string Account(string? given, string parameter, string variable) =>
        given ?? vault?.Text(parameter, isAccount: true) ?? Variable(variable) ?? throw Missing(parameter, variable);

    /// <summary>Returns the account's secret: the password of a credential.</summary>
    /// <exception cref="PlatformException">The value is not specified anywhere.</exception>
    public SecureString Secret(SecureString? given, string parameter, string variable) =>
        given
        ?? vault?.Secret(parameter, isAccounts: true)
        ?? (Variable(variable) is { } text ? new NetworkCredential("", text).SecurePassword : throw Missing(parameter, variable));

    /// <summary>Returns an optional value.</summary>
    public string? Optional(string? given, string parameter) => given ?? vault?.Text(parameter, isAccount: false);

    /// <summary>Returns an optional secret, such as a token.</summary>
    public SecureString? Optional(SecureString? given, string parameter) => given ?? vault?.Secret(parameter, isAccounts: false);

    /// <summary>Returns the address of the server.</summary>
    /// <exception cref="PlatformException">The value is not specified anywhere.</exception>
    /// <exception cref="ArgumentException">The value is not an http or https address.</exception>
    public Uri Address(Uri? given, string parameter, string variable)
    {
        if (given is not null)
        {
            return given;
        }

        var text = vault?.Text(parameter, isAccount: false) ?? Variable(variable) ?? throw Missing(parameter, variable);
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? InputRules.HttpAddress.Check(address, parameter)
            : throw new ArgumentException(InputRules.HttpAddress.Sentence, parameter);
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private PlatformException Missing(string parameter, string variable) =>
        new(
            platform,
            ErrorKind.MissingCredential,
            CommandMessages.CredentialMissing.With(platform, parameter, variable),
            CommandMessages.CredentialMissingDo.With(parameter, variable));
}
