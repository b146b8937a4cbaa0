using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Qushipin;

/// <summary>Gathers addresses and sends them together, as few calls as the server's form takes.</summary>
/// <param name="client">Sends them.</param>
/// <param name="passThru">Whether the results are written.</param>
internal sealed class QushipinCachePush(QushipinClient client, bool passThru)
{
    /// <summary>How many addresses go into one call.</summary>
    public const int AddressesPerCall = 100;

    private readonly List<string> _addresses = [];

    /// <summary>Adds an address; a full call is sent at once.</summary>
    public Task AddAsync(string address, ICommandHost host, CancellationToken cancellationToken)
    {
        _addresses.Add(address);
        return _addresses.Count < AddressesPerCall ? Task.CompletedTask : SendAsync(host, cancellationToken);
    }

    /// <summary>
    /// Sends what was gathered, and forgets it only once it is sent or reported. A call that fails is one error, which names its
    /// addresses, also if the failure ends the pipeline.
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
