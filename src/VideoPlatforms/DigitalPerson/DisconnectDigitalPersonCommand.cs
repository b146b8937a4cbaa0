using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Closes a digital-person session: its connections are closed and its authorization text is forgotten.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "DigitalPerson")]
public sealed class DisconnectDigitalPersonCommand : DisconnectCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionArgument(Platform.DigitalPerson)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.DigitalPerson;
}
