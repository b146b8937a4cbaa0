using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoPlatforms.Tests.Faults;

/// <summary>
/// A server on bare sockets that answers a connection's first requests and then closes it in silence, after it has read the
/// next one: without a byte of a response, as no web server's library lets one do.
/// </summary>
internal sealed class SilentServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly List<string> _received = [];
    private readonly Func<string, bool> _answers;
    private readonly string _body;

    /// <param name="responses">Whether a request, by its first line, is answered.</param>
    /// <param name="body">With what.</param>
    public SilentServer(Func<string, bool> responses, string body)
    {
        _answers = responses;
        _body = body;
        _listener = new(ServeAsync);
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_listener.Port}/"));

    /// <summary>The first lines of all requests.</summary>
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

                if (!_answers(request))
                {
                    return;
                }

                var response = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(_body)}\r\n\r\n{_body}";
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(response));
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }
}
