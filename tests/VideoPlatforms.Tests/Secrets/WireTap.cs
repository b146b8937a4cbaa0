using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>
/// A proxy between a client and a server on loopback that forwards every byte and records each signature, token and authorization.
/// It can respond instead of the server with the secrets of the request, as a hostile server would.
/// </summary>
internal sealed partial class WireTap : IDisposable
{
    private static readonly Regex Carriers = new(
        $@"(?:^|[?&])(?:{AnyOf(sample => sample.SecretParameters)})=(?<encoded>[^&\s]+)|^(?:{AnyOf(sample => sample.SecretHeaders)}): (?<plain>[^\r]+)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline);

    private readonly LoopbackListener _listener;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _attached = [];
    private readonly int _server;

    /// <param name="server">The server's port.</param>
    public WireTap(int server)
    {
        _server = server;
        _listener = new(ServeAsync);
    }

    /// <summary>All secrets that were sent so far.</summary>
    public IEnumerable<string> AttachedSecrets => _attached.Distinct(StringComparer.Ordinal);

    /// <summary>Returns the complete response to a request with these secrets; null forwards the request to the server.</summary>
    public Func<IReadOnlyList<string>, string?>? Response { get; set; }

    /// <summary>Clears the recorded secrets.</summary>
    public void Clear() => _attached.Clear();

    /// <summary>The address of the proxy for an address of the server.</summary>
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
            var back = ForwardResponsesAsync(server, client);
            var fromClient = client.GetStream();
            while (await ReadRequestAsync(fromClient) is { } request)
            {
                var secrets = SecretsIn(request);
                secrets.ForEach(_attached.Enqueue);
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
            // One side closed the connection, so the other one is closed as well.
        }
    }

    private async Task ForwardResponsesAsync(TcpClient server, TcpClient client)
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

    // Latin-1 keeps every byte. The clients send complete bodies, so this is sufficient.
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
        [.. Carriers.Matches(request).Select(match => match.Groups.Values.Skip(1).Single(group => group.Success))
            .Select(group => group.Name == "encoded" ? WebUtility.UrlDecode(group.Value) : group.Value).Distinct()];

    private static string AnyOf(Func<PlatformSample, IEnumerable<string>> names) => string.Join('|', PlatformSamples.All.SelectMany(names).Distinct().Select(Regex.Escape));

    [GeneratedRegex(@"^content-length: (\d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentLength();
}
