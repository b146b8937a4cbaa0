using System.Collections.Concurrent;
using System.Diagnostics;
using VideoPlatforms.Clients.Downloads.Transfer;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Links;

/// <summary>Checks whether addresses respond, with one request of one byte each and a limit for each host.</summary>
/// <param name="timeout">The time after which a server is regarded as unreachable.</param>
/// <param name="observer">Receives verbose lines.</param>
internal sealed class LinkProbe(TimeSpan timeout, ICallObserver observer) : IDisposable
{
    private const int RequestsPerHost = 4;

    private readonly MediaConnection _connection = new(timeout, observer);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks an address.</summary>
    public async Task<LinkResponse> ProbeAsync(MediaAddress address, CancellationToken cancellationToken)
    {
        var watch = new Stopwatch();
        try
        {
            using var response = await _connection.GetAsync(
                address,
                headers => headers.Range = new(0, 0),
                async (uri, token) =>
                {
                    var turns = _hosts.GetOrAdd(uri.Authority, _ => new(RequestsPerHost, RequestsPerHost));
                    await turns.WaitAsync(token).ConfigureAwait(false);

                    // The wait for other requests is not the server's time.
                    watch.Start();
                    return new Turn(turns);
                },
                cancellationToken).ConfigureAwait(false);
            var headers = response.Message.Content.Headers;
            var status = StatusOf(response.Status);
            return new(status, response.Status, watch.Elapsed)
            {
                Length = status != LinkStatus.Alive ? null : response.Status == 200 ? headers.ContentLength : headers.ContentRange?.Length,
                ContentType = response.ContentType,
            };
        }
        catch (PlatformException failure)
        {
            return new(LinkStatus.Unreachable, failure.HttpStatus, watch.Elapsed);
        }
    }

    /// <summary>Closes every connection.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        foreach (var turns in _hosts.Values)
        {
            turns.Dispose();
        }
    }

    // An empty file contains no byte to return (416).
    private static LinkStatus StatusOf(int status) => status switch
    {
        >= 200 and < 300 or 416 => LinkStatus.Alive,
        401 or 402 or 403 or 407 or 451 => LinkStatus.Forbidden,
        404 or 410 => LinkStatus.Dead,
        _ => LinkStatus.Unreachable,
    };

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
