using System.Net;
using System.Security;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Common.Credentials;

/// <summary>Where a platform's credentials come from: the parameters, else the vault, else the environment.</summary>
/// <param name="platform">The platform.</param>
/// <param name="vault">What the vault gave; null where none was asked.</param>
internal sealed class CredentialSource(Platform platform, VaultSecret? vault = null)
{
    /// <summary>The account's id: the user name of a credential.</summary>
    /// <exception cref="PlatformException">It is nowhere to be found.</exception>
    public string Account(string? given, string parameter, string variable) =>
        given ?? vault?.Text(parameter, isAccount: true) ?? Variable(variable) ?? throw Missing(parameter, variable);

    /// <summary>The account's secret: the password of a credential.</summary>
    /// <exception cref="PlatformException">It is nowhere to be found.</exception>
    public SecureString Secret(SecureString? given, string parameter, string variable) =>
        given
        ?? vault?.Secret(parameter, isAccounts: true)
        ?? (Variable(variable) is { } text ? new NetworkCredential("", text).SecurePassword : throw Missing(parameter, variable));

    /// <summary>A value that may be missing.</summary>
    public string? Optional(string? given, string parameter) => given ?? vault?.Text(parameter, isAccount: false);

    /// <summary>A secret that may be missing, such as a token.</summary>
    public SecureString? Optional(SecureString? given, string parameter) => given ?? vault?.Secret(parameter, isAccounts: false);

    /// <summary>The server's address.</summary>
    /// <exception cref="PlatformException">It is nowhere to be found.</exception>
    /// <exception cref="ArgumentException">It is no http or https address.</exception>
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
