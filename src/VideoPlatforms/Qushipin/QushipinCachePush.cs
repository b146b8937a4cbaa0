using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms;

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

    /// <summary>Sends what was gathered. A call that fails is one error, which names its addresses.</summary>
    public async Task SendAsync(ICommandHost host, CancellationToken cancellationToken)
    {
        if (_addresses.Count == 0)
        {
            return;
        }

        var addresses = _addresses.ToArray();
        _addresses.Clear();
        try
        {
            var results = await client.PushCacheAsync(addresses, host, cancellationToken).ConfigureAwait(false);
            if (passThru)
            {
                await host.WriteAsync(results).ConfigureAwait(false);
            }
        }
        catch (PlatformException failure) when (!failure.EndsPipeline)
        {
            await host.WriteErrorAsync(failure, addresses).ConfigureAwait(false);
        }
    }
}
