using System.Management.Automation;
using System.Security;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.DigitalPerson;

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
    private protected override PlatformSupport Support => DigitalPersonSupport.Instance;

    /// <inheritdoc/>
    private protected override ConnectParameters Own => new() { { nameof(AppId), AppId }, { nameof(AuthorizationText), AuthorizationText }, { nameof(Account), Account } };
}
