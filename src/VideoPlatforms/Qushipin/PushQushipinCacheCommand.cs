using System.Management.Automation;
using VideoPlatforms.Clients;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Commands;

/// <summary>
/// <para type="synopsis">Puts objects into the server's cache (pushObjectCache), many addresses per call.</para>
/// </summary>
[Cmdlet(VerbsCommon.Push, "QushipinCache", SupportsShouldProcess = true)]
[OutputType(typeof(VideoOperationResult))]
public sealed class PushQushipinCacheCommand : QushipinWriteCommand
{
    private readonly Dictionary<QushipinClient, QushipinCachePush> _pushes = [];

    /// <summary>
    /// <para type="description">The objects' addresses (objectPath), such as example.com/image/1.png: one each, without blanks.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateOneWord]
    public string[] Url { get; set; } = [];

    /// <inheritdoc/>
    internal override async Task RunAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        var client = Client;
        if (!_pushes.TryGetValue(client, out var push))
        {
            _pushes.Add(client, push = new(client, PassThru));
        }

        foreach (var url in Url)
        {
            if (await host.ShouldProcessAsync(CommandMessages.AddressOfSession.With(url, client.Session), CommandMessages.PushCache).ConfigureAwait(false))
            {
                await push.AddAsync(url, host, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(async (host, cancellationToken) =>
    {
        foreach (var push in _pushes.Values)
        {
            await push.SendAsync(host, cancellationToken).ConfigureAwait(false);
        }
    });
}
