using System.Management.Automation;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Closes a Polyv Live session, including its connections, and removes its secret from memory.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PolyvLive")]
public sealed class DisconnectPolyvLiveCommand : DisconnectCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionArgument(Platform.PolyvLive)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override VideoPlatformSession[]? Session { get; set; }

    /// <inheritdoc/>
    private protected override Platform Platform => Platform.PolyvLive;
}
