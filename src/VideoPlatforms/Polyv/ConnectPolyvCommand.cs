using System.Management.Automation;
using System.Security;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.Polyv;

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
    private protected override PlatformSupport Support => PolyvSupport.Instance;

    /// <inheritdoc/>
    private protected override ConnectParameters Own => new() { { nameof(UserId), UserId }, { nameof(SecretKey), SecretKey } };
}
