using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Closes a digital-person session, including its connections, and removes its authorization text from memory.</summary>
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
