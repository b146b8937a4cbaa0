using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Completion;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Commands;

/// <summary>Provides the common parameters of the cmdlets that make changes on a Qushipin server.</summary>
public abstract class QushipinWriteCommand : AsyncCommand
{
    private readonly ItemBinding _binding;

    private protected QushipinWriteCommand(string itemParameter) => _binding = new(this, Platform.Qushipin, itemParameter);

    /// <summary>Returns a VideoOperationResult for each change that was made.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Specifies the session, or its name. A video keeps the session that it was read with. For an ID alone, the default is the
    /// session named default, or the platform's only session.
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

    /// <summary>Changes items one by one, each with the session that it was read with.</summary>
    /// <param name="items">The items.</param>
    /// <param name="describe">A format string for the confirmation prompt: {0} is the item, {1} the session.</param>
    /// <param name="operation">The operation that the confirmation prompt displays.</param>
    /// <param name="change">Makes the change.</param>
    /// <param name="host">The host that prompts and receives the results.</param>
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
