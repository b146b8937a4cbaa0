using System.Management.Automation;
using System.Security;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.Chanjing;

namespace VideoPlatforms.Commands;

/// <summary>Requests an access token from Chanjing (access_token) and opens a session that renews the token automatically.</summary>
[Cmdlet(VerbsCommunications.Connect, "Chanjing", DefaultParameterSetName = ByKey)]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectChanjingCommand : ConnectCommand
{
    private const string ByKey = "SecretKey";
    private const string ByToken = "AccessToken";

    /// <summary>Specifies the ID of the application. The default is the environment variable CHANJING_APP_ID.</summary>
    [Parameter(Position = 0, ParameterSetName = ByKey)]
    [ValidateNotWhiteSpace]
    public string? AppId { get; set; }

    /// <summary>Specifies the secret key of the application. The default is the environment variable CHANJING_SECRET_KEY.</summary>
    [Parameter(Position = 1, ParameterSetName = ByKey)]
    [ValidateSecret]
    public SecureString? SecretKey { get; set; }

    /// <summary>Specifies an existing token. The session cannot renew it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByToken)]
    [ValidateSecret]
    public SecureString? AccessToken { get; set; }

    /// <inheritdoc/>
    private protected override PlatformSupport Support => ChanjingSupport.Instance;

    /// <inheritdoc/>
    private protected override ConnectParameters Own => new() { { nameof(AppId), AppId }, { nameof(SecretKey), SecretKey }, { nameof(AccessToken), AccessToken } };
}
