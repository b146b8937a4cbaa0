using System.Management.Automation;
using System.Security;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Fetches a token from Chanjing (access_token) and opens a session, which renews it by itself.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Chanjing", DefaultParameterSetName = ByKey)]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectChanjingCommand : ConnectCommand
{
    private const string ByKey = "SecretKey";
    private const string ByToken = "AccessToken";

    /// <summary>
    /// <para type="description">The application's id; the environment variable CHANJING_APP_ID where none is given.</para>
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ByKey)]
    [ValidateNotWhiteSpace]
    public string? AppId { get; set; }

    /// <summary>
    /// <para type="description">The application's secret key; the environment variable CHANJING_SECRET_KEY where none is given.</para>
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = ByKey)]
    [ValidateSecret]
    public SecureString? SecretKey { get; set; }

    /// <summary>
    /// <para type="description">A token from elsewhere. It cannot be renewed.</para>
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByToken)]
    [ValidateSecret]
    public SecureString? AccessToken { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Chanjing;

    /// <inheritdoc/>
    private protected override PlatformClient CreateClient(CredentialSource credentials, ConnectionOptions options) =>
        credentials.Optional(AccessToken, nameof(AccessToken)) is { } token
            ? new ChanjingClient(token, options)
            : new ChanjingClient(
                credentials.Account(AppId, nameof(AppId), "CHANJING_APP_ID"),
                credentials.Secret(SecretKey, nameof(SecretKey), "CHANJING_SECRET_KEY"),
                options);
}
