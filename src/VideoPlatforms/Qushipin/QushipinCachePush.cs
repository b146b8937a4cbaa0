using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Qushipin;

/// <summary>Collects addresses and sends them in as few calls as possible.</summary>
/// <param name="client">The client that sends the addresses.</param>
/// <param name="passThru">Whether the results are written.</param>
internal sealed class QushipinCachePush(QushipinClient client, bool passThru)
{
    /// <summary>The maximum number of addresses per call.</summary>
    public const int AddressesPerCall = 100;

    private readonly List<string> _addresses = [];

    /// <summary>Adds an address. If the maximum number of addresses per call is reached, they are sent.</summary>
    public Task AddAsync(string address, ICommandHost host, CancellationToken cancellationToken)
    {
        _addresses.Add(address);
        return _addresses.Count < AddressesPerCall ? Task.CompletedTask : SendAsync(host, cancellationToken);
    }

    /// <summary>
    /// Sends the collected addresses. They are discarded only when they were sent or reported. A call that fails is reported as a
    /// single error that contains its addresses, even if the error ends the pipeline.
    /// </summary>
    public async Task SendAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        if (_addresses.Count == 0)
        {
            return;
        }

        var addresses = _addresses.ToArray();
        IReadOnlyList<VideoOperationResult> results;
        try
        {
            results = await client.PushCacheAsync(addresses, host, cancellationToken).ConfigureAwait(false);
            _addresses.Clear();
        }
        catch (PlatformException failure)
        {
            _addresses.Clear();
            await host.WriteErrorAsync(failure, addresses).ConfigureAwait(false);
            if (failure.EndsPipeline)
            {
                throw;
            }

            return;
        }

        if (passThru)
        {
            await host.WriteAsync(results).ConfigureAwait(false);
        }
    }
}
