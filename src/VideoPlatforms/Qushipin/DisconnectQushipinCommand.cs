using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Logs out of a Qushipin server (signOut) and closes the session: its password and token are forgotten.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "Qushipin")]
public sealed class DisconnectQushipinCommand : DisconnectCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionArgument(Platform.Qushipin)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Qushipin;
}
