using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Opens a session with Polyv VOD. No request is sent; the first call verifies the key.</summary>
[Cmdlet(VerbsCommunications.Connect, "Polyv")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectPolyvCommand : ConnectCommand
{
    /// <summary>Specifies the user ID of the main account. The default is the environment variable POLYV_USER_ID.</summary>
    [Parameter(Position = 0)]
    [ValidateNotWhiteSpace]
    public string? UserId { get; set; }

    /// <summary>Specifies the secret key that signs every call. The default is the environment variable POLYV_SECRET_KEY.</summary>
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
