using System.Net;
using BenchmarkDotNet.Attributes;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Benchmarks;

/// <summary>Measures the allocations of the client per object, without a pipeline.</summary>
[MemoryDiagnoser]
public class ClientBenchmarks : IDisposable
{
    private const int Total = 50_000;

    private ServerProcess? _server;
    private PolyvClient? _client;

    /// <summary>Starts the server and opens the connection.</summary>
    [GlobalSetup]
    public void Start()
    {
        _server = ServerProcess.StartAsync(Total, 0).GetAwaiter().GetResult();
        _client = new("bench", new NetworkCredential("", "bench-secret").SecurePassword, new() { BaseUri = _server.Address, RequestsPerSecond = 10_000 });
        ListAsync().GetAwaiter().GetResult();
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _client?.Dispose();
        _server?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lists all videos in pages of 100.</summary>
    [Benchmark(OperationsPerInvoke = Total)]
    public async Task<int> ListAsync()
    {
        var count = 0;
        await foreach (var batch in _client!.ListVideosAsync(new(), new ListOptions(), SilentObserver.Instance))
        {
            count += batch.Items.Count;
        }

        return count;
    }
}
