using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Closes a Polyv VOD session, including its connections, and removes its key from memory.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Polyv")]
public sealed class DisconnectPolyvCommand : DisconnectCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionArgument(Platform.Polyv)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.Polyv;
}
