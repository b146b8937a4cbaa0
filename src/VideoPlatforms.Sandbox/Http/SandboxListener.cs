using System.Net;
using System.Net.Sockets;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Listens for HTTP requests on a loopback port.</summary>
internal sealed class SandboxListener : IDisposable
{
    public const string LoopbackAddress = "127.0.0.1";
    public const string LocalHost = "localhost";

    private const int AccessDenied = 5;

    private readonly HttpListener _listener;

    private SandboxListener(HttpListener listener, string host, int port)
    {
        _listener = listener;
        Port = port;
        Root = new Uri(AddressOf(host, port));
    }

    public Uri Root { get; }

    public int Port { get; }

    /// <summary>
    /// Starts to listen. Before Windows 10, 127.0.0.1 requires administrator rights or a reservation, and localhost does not; then the
    /// next host is used.
    /// </summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="hosts">The hosts to use, the preferred one first.</param>
    /// <param name="open">Starts a listener for an address.</param>
    /// <exception cref="InvalidOperationException">The port is already in use.</exception>
    public static SandboxListener Start(int port, IReadOnlyList<string> hosts, Func<string, HttpListener> open)
    {
        const int Attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port == 0 ? FreePort() : port;
            try
            {
                return Start(chosen, hosts, 0, open);
            }
            catch (HttpListenerException e) when (port != 0 || attempt == Attempts)
            {
                throw new InvalidOperationException($"The sandbox cannot listen on {AddressOf(hosts[0], chosen)}: {e.Message}", e);
            }
            catch (HttpListenerException)
            {
                // Another process took the free port; try the next one.
            }
        }
    }

    /// <summary>Starts a listener for an address.</summary>
    public static HttpListener Open(string address)
    {
        var listener = new HttpListener();
        try
        {
            listener.Prefixes.Add(address);
            listener.Start();
            return listener;
        }
        catch
        {
            listener.Close();
            throw;
        }
    }

    /// <summary>Passes each request to <paramref name="serve"/> until the listener is closed.</summary>
    public async Task AcceptAsync(Action<HttpListenerContext> serve, CancellationToken stopped)
    {
        // A listener that is being closed can still report IsListening and fail at every call.
        while (_listener.IsListening && !stopped.IsCancellationRequested)
        {
            try
            {
                serve(await _listener.GetContextAsync().ConfigureAwait(false));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The server was stopped, or a client disconnected.
            }
        }
    }

    public void Dispose() => _listener.Close();

    private static SandboxListener Start(int port, IReadOnlyList<string> hosts, int index, Func<string, HttpListener> open)
    {
        try
        {
            return new(open(AddressOf(hosts[index], port)), hosts[index], port);
        }
        catch (HttpListenerException e) when (e.ErrorCode == AccessDenied && index + 1 < hosts.Count)
        {
            return Start(port, hosts, index + 1, open);
        }
    }

    private static string AddressOf(string host, int port) => $"http://{host}:{port}/";

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }
}
