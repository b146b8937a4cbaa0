using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoPlatforms.Tests.Faults;

/// <summary>
/// A socket server that responds to the first requests of a connection, and closes the connection without a response after it
/// has read the next one. No web server library allows that.
/// </summary>
internal sealed class SilentServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly List<string> _received = [];
    private readonly Func<string, bool> _shouldRespond;
    private readonly string _body;

    /// <param name="shouldRespond">Whether a request with this first line receives a response.</param>
    /// <param name="body">The body of each response.</param>
    public SilentServer(Func<string, bool> shouldRespond, string body)
    {
        _shouldRespond = shouldRespond;
        _body = body;
        _listener = new(ServeAsync);
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_listener.Port}/"));

    /// <summary>The request lines of all requests.</summary>
    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        try
        {
            while (await reader.ReadLineAsync() is { Length: > 0 } request)
            {
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                lock (_received)
                {
                    _received.Add(request);
                }

                if (!_shouldRespond(request))
                {
                    return;
                }

                var response = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(_body)}\r\n\r\n{_body}";
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(response));
            }
        }
        catch (IOException)
        {
            // The client closed the connection.
        }
    }
}
