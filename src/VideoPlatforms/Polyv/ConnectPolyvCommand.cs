using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Opens a session with Polyv VOD. Nothing is sent: the first call shows whether the key is right.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Polyv")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectPolyvCommand : ConnectCommand
{
    /// <summary>
    /// <para type="description">The main account's user id; the environment variable POLYV_USER_ID where none is given.</para>
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotWhiteSpace]
    public string? UserId { get; set; }

    /// <summary>
    /// <para type="description">The key that signs every call; the environment variable POLYV_SECRET_KEY where none is given.</para>
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateSecret]
    public SecureString? SecretKey { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Polyv;

    /// <inheritdoc/>
    private protected override PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options) =>
        new PolyvClient(
            credentials.Account(UserId, nameof(UserId), "POLYV_USER_ID"),
            credentials.Secret(SecretKey, nameof(SecretKey), "POLYV_SECRET_KEY"),
            options);
}
