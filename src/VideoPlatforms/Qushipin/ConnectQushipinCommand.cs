using System.Management.Automation;
using System.Security;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>Signs in to a Qushipin App Server (login) and opens a session that renews its login automatically.</summary>
[Cmdlet(VerbsCommunications.Connect, "Qushipin", DefaultParameterSetName = ByCredential)]
[OutputType(typeof(VideoPlatformSession))]
public sealed class ConnectQushipinCommand : ConnectCommand
{
    private const string ByCredential = "Credential";
    private const string ByToken = "ConsoleToken";

    /// <summary>Specifies the http or https address of the server. The default is the environment variable QUSHIPIN_BASE_URI.</summary>
    [Parameter(Position = 0)]
    [ValidateHttpAddress]
    public override Uri? BaseUri
    {
        get => base.BaseUri;
        set => base.BaseUri = value;
    }

    /// <summary>
    /// Specifies the user name and password. The default is the environment variables QUSHIPIN_USERNAME and QUSHIPIN_PASSWORD.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = ByCredential)]
    [ValidateSecret]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Specifies an existing token instead of a user name and password. The session cannot renew it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByToken)]
    [ValidateSecret]
    public SecureString? ConsoleToken { get; set; }

    /// <summary>
    /// Specifies the time zone of the server's local time, as a time zone or its name. The default is China Standard Time.
    /// </summary>
    [Parameter]
    [TimeZoneArgument]
    public TimeZoneInfo? TimeZone { get; set; }

    /// <inheritdoc/>
    private protected override PlatformSupport Support => QushipinSupport.Instance;

    /// <inheritdoc/>
    private protected override ConnectParameters Own => new() { { "UserName", Credential?.UserName }, { "Password", Credential?.Password }, { nameof(ConsoleToken), ConsoleToken }, { nameof(TimeZone), TimeZone } };
}
