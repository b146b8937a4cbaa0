using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MonoCheck;

/// <summary>
/// A socket server that keeps a connection open, and closes it without a response after a request that must not be sent
/// twice.
/// </summary>
internal sealed class SilentServer
{
    private const string Body = """{"result":"true","requestId":"r","message":"ok","code":"200"}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string[] _unanswered;
    private readonly List<string> _received = [];

    /// <param name="unanswered">The calls that receive no response.</param>
    public SilentServer(params string[] unanswered)
    {
        _unanswered = unanswered;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The number of received requests for a call.</summary>
    public int Count(string call)
    {
        lock (_received)
        {
            return _received.Count(request => request.Contains($"/{call}"));
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        var stream = client.GetStream();
        while (await ReadAsync(stream) is { Length: > 0 } request)
        {
            lock (_received)
            {
                _received.Add(request.Split('\n')[0]);
            }

            if (_unanswered.Any(call => request.Contains($"/{call}")))
            {
                return;
            }

            var response = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
            await stream.WriteAsync(response, 0, response.Length);
        }
    }

    // Reads the headers and the body.
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = "";
        var buffer = new byte[16 * 1024];
        while (!IsWhole(text))
        {
            var read = await stream.ReadAsync(buffer, 0, buffer.Length);
            if (read == 0)
            {
                return "";
            }

            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        return text;
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = text.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        return end >= 0
            && (length < 0 || length > end || text.Length >= end + 4 + int.Parse(text.Substring(length + 15, text.IndexOf('\r', length) - length - 15).Trim(), CultureInfo.InvariantCulture));
    }
}
