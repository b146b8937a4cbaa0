using System.Management.Automation;
using System.Runtime.ExceptionServices;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>Pushes objects to the server's cache (pushObjectCache), with many addresses per call.</summary>
[Cmdlet(VerbsCommon.Push, "QushipinCache", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class PushQushipinCacheCommand() : QushipinWriteCommand(nameof(Url))
{
    private readonly Dictionary<QushipinClient, QushipinCachePush> _pushes = [];

    /// <summary>
    /// Specifies the addresses of the objects (objectPath), such as example.com/image/1.png: one address each, without white space.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemArgument(Platform.Qushipin, "Url")]
    [ValidateNoWhiteSpace]
    public ItemReference[] Url { get; set; } = [];

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(
                Url,
                CommandMessages.AddressOfSession,
                CommandMessages.PushCache,
                async (client, address) =>
                {
                    // The result is written when the call that contains the address is sent.
                    await PushOf(client).AddAsync(address.Value!, host, cancellationToken).ConfigureAwait(false);
                    return null;
                },
                host).ConfigureAwait(false);
        }
        catch (PlatformException)
        {
            // The error ends the pipeline. The addresses for other sessions are sent first.
            await SendAllAsync(host, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(SendAllAsync);

    // If a session fails, the addresses for the other sessions are still sent.
    private async Task SendAllAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? ending = null;
        foreach (var push in _pushes.Values)
        {
            try
            {
                await push.SendAsync(host, cancellationToken).ConfigureAwait(false);
            }
            catch (PlatformException failure)
            {
                ending ??= ExceptionDispatchInfo.Capture(failure);
            }
        }

        ending?.Throw();
    }

    private QushipinCachePush PushOf(QushipinClient client)
    {
        if (!_pushes.TryGetValue(client, out var push))
        {
            _pushes.Add(client, push = new(client, PassThru));
        }

        return push;
    }
}
