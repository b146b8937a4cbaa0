using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>What every cmdlet takes that changes something on a Qushipin server.</summary>
public abstract class QushipinWriteCommand : AsyncCommand
{
    private readonly ItemBinding _binding;

    private protected QushipinWriteCommand(string itemParameter) => _binding = new(this, Platform.Qushipin, itemParameter);

    /// <summary>
    /// <para type="description">Also writes a VideoOperationResult for each change that was made.</para>
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// <para type="description">The session to use, or its name. A video brings the one that it was read with; an id alone uses the session named default, or the only one.</para>
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SessionArgument(Platform.Qushipin)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public VideoPlatformSession? Session { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _binding.Begin(Session);
    }

    /// <summary>Changes items one by one, each through the session that it was read with.</summary>
    /// <param name="items">The items.</param>
    /// <param name="describe">An item of a session, for the question: {0} and {1}.</param>
    /// <param name="operation">What is done, for the question.</param>
    /// <param name="change">Does it.</param>
    /// <param name="host">Asked, and told.</param>
    private protected Task ChangeAsync(
        IEnumerable<ItemReference> items, string describe, string operation, Func<QushipinClient, ItemReference, Task<VideoOperationResult?>> change, ICommandHost host) =>
        WriteRunner.RunAsync(
            items,
            operation,
            item =>
            {
                var session = _binding.SessionFor(Sessions, item, Session);
                return new(describe.With(item, session), () => change((QushipinClient)session.Client, item));
            },
            PassThru,
            host);
}
