using System.Net;
using System.Net.Sockets;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Accepts connections on a loopback port until it is disposed of, and serves each of them separately.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="serve">Serves a connection, and closes it.</param>
    public LoopbackListener(Func<TcpClient, Task> serve)
    {
        _listener.Start();
        _ = AcceptAsync(serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(Func<TcpClient, Task> serve)
    {
        try
        {
            while (true)
            {
                _ = serve(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
