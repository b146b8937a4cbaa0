using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// Stands between a client and a server on loopback, passes every byte on, and notes each signature, token and authorization
/// that goes by. May answer in the server's place: it knows what a hostile server knows.
/// </summary>
internal sealed partial class WireTap : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _carried = [];
    private readonly int _server;

    /// <param name="server">The server's port.</param>
    public WireTap(int server)
    {
        _server = server;
        _listener = new(ServeAsync);
    }

    /// <summary>All that was carried so far.</summary>
    public IEnumerable<string> AttachedSecrets => _carried.Distinct(StringComparer.Ordinal);

    /// <summary>The whole answer (head and body) to a request that carried these secrets; null, or a response of null, leaves it to the server.</summary>
    public Func<IReadOnlyList<string>, string?>? Response { get; set; }

    /// <summary>Forgets what was carried.</summary>
    public void Clear() => _carried.Clear();

    /// <summary>The address of the tap that stands for one of the server's.</summary>
    public Uri For(Uri address) => new UriBuilder(address) { Port = _listener.Port }.Uri;

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _ending.Token);
            var back = PassBackAsync(server, client);
            var fromClient = client.GetStream();
            while (await ReadRequestAsync(fromClient) is { } request)
            {
                var secrets = SecretsIn(request);
                secrets.ForEach(_carried.Enqueue);
                if (Response?.Invoke(secrets) is { } response)
                {
                    await fromClient.WriteAsync(Encoding.UTF8.GetBytes(response), _ending.Token);
                }
                else
                {
                    await server.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), _ending.Token);
                }
            }

            server.Client.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone, and so does the other.
        }
    }

    private async Task PassBackAsync(TcpClient server, TcpClient client)
    {
        try
        {
            await server.GetStream().CopyToAsync(client.GetStream(), _ending.Token);
        }
        finally
        {
            client.Close();
        }
    }

    // As Latin-1, so that every byte comes out as it went in. Clients that send no body by halves need no more.
    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var text = request.ToString();
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = ContentLength().Match(text);
            if (head >= 0 && text.Length >= head + 4 + (length.Success ? int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0))
            {
                return text;
            }

            var read = await stream.ReadAsync(buffer, _ending.Token);
            if (read == 0)
            {
                return null;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
    }

    private static List<string> SecretsIn(string request) =>
        [.. Carriers().Matches(request).Select(match => match.Groups.Values.Skip(1).Single(group => group.Success))
            .Select(group => group.Name == "encoded" ? WebUtility.UrlDecode(group.Value) : group.Value).Distinct()];

    [GeneratedRegex(@"[?&](?:sign|consoleToken)=(?<encoded>[^&\s]+)|^(?:authorization|access_token): (?<plain>[^\r]+)|consoleToken=(?<encoded>[^&\s]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Carriers();

    [GeneratedRegex(@"^content-length: (\d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentLength();
}
