using System.Net;
using System.Net.Sockets;

namespace VideoPlatforms.Scale;

/// <summary>
/// Passes connections on to a server on loopback from an address of its own, so that the server sees each node under another address.
/// The nodes use it as their proxy. It serves one server only.
/// </summary>
public sealed class AddressRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPAddress _source;
    private readonly int _target;

    private AddressRelay(IPAddress source, int target)
    {
        _source = source;
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Gets the port of the relay.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Starts a relay.</summary>
    /// <param name="source">The address that the server sees, which begins with 127.</param>
    /// <param name="target">The port of the server.</param>
    /// <returns>The relay.</returns>
    public static AddressRelay Start(string source, int target) => new(IPAddress.Parse(source), target);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[65536];
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (SocketException)
        {
            // The other side has closed the connection.
        }
        finally
        {
            to.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                server.Bind(new IPEndPoint(_source, 0));
                await server.ConnectAsync(IPAddress.Loopback, _target);
                _ = CopyAsync(client, server);
                _ = CopyAsync(server, client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The relay was closed.
        }
    }
}
