using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

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
    private protected override Platform Platform => Platform.PolyvLive;

    /// <inheritdoc/>
    private protected override PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options) =>
        new PolyvLiveClient(
            credentials.Account(AppId, nameof(AppId), "POLYV_LIVE_APP_ID"),
            credentials.Secret(AppSecret, nameof(AppSecret), "POLYV_LIVE_APP_SECRET"),
            options);
}
