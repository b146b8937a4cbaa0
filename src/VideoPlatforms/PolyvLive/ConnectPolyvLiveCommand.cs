using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Opens a session with Polyv Live. Nothing is sent: the first call shows whether the secret is right.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvLive")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectPolyvLiveCommand : ConnectCommand
{
    /// <summary>
    /// <para type="description">The application's id; the environment variable POLYV_LIVE_APP_ID where none is given.</para>
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotWhiteSpace]
    public string? AppId { get; set; }

    /// <summary>
    /// <para type="description">The secret that signs every call; the environment variable POLYV_LIVE_APP_SECRET where none is given.</para>
    /// </summary>
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
