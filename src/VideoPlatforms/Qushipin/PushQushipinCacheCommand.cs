using System.Management.Automation;
using System.Runtime.ExceptionServices;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Puts objects into the server's cache (pushObjectCache), many addresses per call.</para>
/// </summary>
[Cmdlet(VerbsCommon.Push, "QushipinCache", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class PushQushipinCacheCommand() : QushipinWriteCommand(nameof(Url))
{
    private readonly Dictionary<QushipinClient, QushipinCachePush> _pushes = [];

    /// <summary>
    /// <para type="description">The objects' addresses (objectPath), such as example.com/image/1.png: one each, without blanks.</para>
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
                    // The call that sends it writes its result.
                    await PushOf(client).AddAsync(address.Value!, host, cancellationToken).ConfigureAwait(false);
                    return null;
                },
                host).ConfigureAwait(false);
        }
        catch (PlatformException)
        {
            // It ends the pipeline; what was gathered for other sessions is sent before.
            await SendAllAsync(host, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(SendAllAsync);

    // A session that fails does not keep the others' addresses from being sent.
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
