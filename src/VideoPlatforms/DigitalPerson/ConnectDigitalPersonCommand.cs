using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Opens a session with the digital-person platform. No request is sent; the first call verifies the authorization.</summary>
[Cmdlet(VerbsCommunications.Connect, "DigitalPerson")]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectDigitalPersonCommand : ConnectCommand
{
    /// <summary>
    /// Specifies the http or https address of the server. The default is the environment variable DIGITALPERSON_BASE_URI.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateHttpAddress]
    public override Uri? BaseUri
    {
        get => base.BaseUri;
        set => base.BaseUri = value;
    }

    /// <summary>Specifies the ID of the application (app_id). The default is the environment variable DIGITALPERSON_APP_ID.</summary>
    [Parameter(Position = 1)]
    [ValidateHeaderText]
    public string? AppId { get; set; }

    /// <summary>
    /// Specifies the text that the vendor provided, whose MD5 hash is sent as authorization. {appId}, {timestamp} and {account} in
    /// it are replaced by the values of the headers. The default is the environment variable DIGITALPERSON_AUTHORIZATION_TEXT.
    /// </summary>
    [Parameter(Position = 2)]
    [ValidateSecret]
    public SecureString? AuthorizationText { get; set; }

    /// <summary>Specifies the account (account). If it is omitted, the header is not sent.</summary>
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
