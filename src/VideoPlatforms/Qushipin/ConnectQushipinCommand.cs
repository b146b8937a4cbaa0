using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Logs in to a Qushipin App Server (login) and opens a session, which logs in again by itself.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Qushipin", DefaultParameterSetName = ByCredential)]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectQushipinCommand : ConnectCommand
{
    private const string ByCredential = "Credential";
    private const string ByToken = "ConsoleToken";

    /// <summary>
    /// <para type="description">The server's http or https address; the environment variable QUSHIPIN_BASE_URI where none is given.</para>
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateHttpAddress]
    public override Uri? BaseUri
    {
        get => base.BaseUri;
        set => base.BaseUri = value;
    }

    /// <summary>
    /// <para type="description">User name and password; the environment variables QUSHIPIN_USERNAME and QUSHIPIN_PASSWORD where none is given.</para>
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = ByCredential)]
    [ValidateSecret]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// <para type="description">A token from elsewhere, instead of a login. It cannot be renewed.</para>
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByToken)]
    [ValidateSecret]
    public SecureString? ConsoleToken { get; set; }

    /// <summary>
    /// <para type="description">The server's time zone, in which it writes and reads times; its name is taken too. Default: China Standard Time.</para>
    /// </summary>
    [Parameter]
    [TimeZoneArgument]
    public TimeZoneInfo? TimeZone { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Qushipin;

    /// <inheritdoc/>
    private protected override PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options)
    {
        options.BaseUri = credentials.Address(BaseUri, nameof(BaseUri), "QUSHIPIN_BASE_URI");
        return credentials.Optional(ConsoleToken, nameof(ConsoleToken)) is { } token
            ? new QushipinClient(token, TimeZone, options)
            : new QushipinClient(
                credentials.Account(Credential?.UserName, "UserName", "QUSHIPIN_USERNAME"),
                credentials.Secret(Credential?.Password, "Password", "QUSHIPIN_PASSWORD"),
                TimeZone,
                options);
    }
}
