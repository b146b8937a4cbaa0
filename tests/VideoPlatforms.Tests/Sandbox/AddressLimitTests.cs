using System.Net;
using System.Net.Sockets;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Tests.Sandbox;

/// <summary>The limit of each client address. On Linux, every address that begins with 127 can be used on loopback.</summary>
public sealed class AddressLimitTests : IDisposable
{
    private const int Limit = 5;

    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { VideoCount = 1 });

    public AddressLimitTests() => _sandbox.RequestsPerSecondPerAddress = Limit;

    [Fact]
    public async Task More_requests_than_the_limit_receive_429_with_Retry_After()
    {
        using var client = new HttpClient();
        var responses = await Task.WhenAll(Enumerable.Range(0, 3 * Limit).Select(_ => client.GetAsync(_sandbox.RootUri)));
        var rejected = responses.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(rejected);
        Assert.All(rejected, response => Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta));
        _sandbox.Reset();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(_sandbox.RootUri)).StatusCode);
    }

    [LinuxFact]
    public async Task Each_address_has_its_own_limit()
    {
        var accepted = 0;
        foreach (var address in new[] { "127.0.0.21", "127.0.0.22", "127.0.0.23" })
        {
            using var client = new HttpClient(new SocketsHttpHandler
            {
                ConnectCallback = async (context, token) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                    await socket.ConnectAsync(context.DnsEndPoint, token);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            });
            for (var request = 0; request < Limit; request++)
            {
                accepted += (await client.GetAsync(_sandbox.RootUri)).StatusCode == HttpStatusCode.NotFound ? 1 : 0;
            }
        }

        Assert.Equal(3 * Limit, accepted);
    }

    [Fact]
    public async Task A_request_with_the_whole_address_is_accepted_as_from_a_proxy()
    {
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(_sandbox.RootUri), UseProxy = true });
        await client.GetAsync(new Uri(_sandbox.RootUri, "console/vod/getVideos?pageIndex=1"));
        Assert.Equal("getVideos", _sandbox.Requests.Single().Call);
    }

    public void Dispose() => _sandbox.Dispose();
}
