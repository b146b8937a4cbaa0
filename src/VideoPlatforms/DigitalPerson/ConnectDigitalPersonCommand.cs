using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Opens a session with the digital-person platform. Nothing is sent: the first call shows whether the authorization is right.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "DigitalPerson")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectDigitalPersonCommand : ConnectCommand
{
    /// <summary>
    /// <para type="description">The server's http or https address; the environment variable DIGITALPERSON_BASE_URI where none is given.</para>
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateHttpAddress]
    public override Uri? BaseUri
    {
        get => base.BaseUri;
        set => base.BaseUri = value;
    }

    /// <summary>
    /// <para type="description">The application's id (app_id); the environment variable DIGITALPERSON_APP_ID where none is given.</para>
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateHeaderText]
    public string? AppId { get; set; }

    /// <summary>
    /// <para type="description">The text whose MD5 authorizes every call, as the vendor gave it; {appId}, {timestamp} and {account} in it are filled in. The environment variable DIGITALPERSON_AUTHORIZATION_TEXT where none is given.</para>
    /// </summary>
    [Parameter(Position = 2)]
    [ValidateSecret]
    public SecureString? AuthorizationText { get; set; }

    /// <summary>
    /// <para type="description">The account (account); not sent where none is given.</para>
    /// </summary>
    [Parameter]
    [ValidateHeaderText]
    public string? Account { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.DigitalPerson;

    /// <inheritdoc/>
    private protected override PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options)
    {
        options.BaseUri = credentials.Address(BaseUri, nameof(BaseUri), "DIGITALPERSON_BASE_URI");
        return new DigitalPersonClient(
            credentials.Account(AppId, nameof(AppId), "DIGITALPERSON_APP_ID"),
            credentials.Secret(AuthorizationText, nameof(AuthorizationText), "DIGITALPERSON_AUTHORIZATION_TEXT"),
            credentials.Optional(Account, nameof(Account)),
            options);
    }
}
