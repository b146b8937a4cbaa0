using System.Management.Automation;
using System.Security;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.PolyvLive;

namespace VideoPlatforms.Commands;

/// <summary>Opens a session with Polyv Live. No request is sent; the first call verifies the secret.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvLive")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectPolyvLiveCommand : ConnectCommand
{
    /// <summary>Specifies the ID of the application. The default is the environment variable POLYV_LIVE_APP_ID.</summary>
    [Parameter(Position = 0)]
    [ValidateNotWhiteSpace]
    public string? AppId { get; set; }

    /// <summary>Specifies the secret that signs every call. The default is the environment variable POLYV_LIVE_APP_SECRET.</summary>
    [Parameter(Position = 1)]
    [ValidateSecret]
    public SecureString? AppSecret { get; set; }

    /// <inheritdoc/>
    private protected override PlatformSupport Support => PolyvLiveSupport.Instance;

    /// <inheritdoc/>
    private protected override ConnectParameters Own => new() { { nameof(AppId), AppId }, { nameof(AppSecret), AppSecret } };
}
