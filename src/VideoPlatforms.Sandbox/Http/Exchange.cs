using System.Diagnostics;
using System.Globalization;
using System.Net;
using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Sends the response to one request: immediately, delayed, slowly, in part or not at all.</summary>
internal sealed class Exchange(HttpListenerContext context, SandboxClock clock, bool compress, CancellationToken stopping)
{
    private const int CompressionThreshold = 1024;

    // The interval at which a delayed response checks whether its client is still connected.
    private static readonly TimeSpan ConnectionCheckInterval = TimeSpan.FromMilliseconds(150);

    private readonly HttpListenerResponse _response = context.Response;

    /// <summary>Gets or sets the action that receives the HTTP status when a response begins.</summary>
    public Action<int>? OnStatus { get; set; }

    /// <summary>Waits. Throws if the client disconnects or the server stops.</summary>
    public async Task DelayAsync(TimeSpan delay)
    {
        var watch = Stopwatch.StartNew();
        for (var left = delay; left > TimeSpan.Zero; left = delay - watch.Elapsed)
        {
            await Task.Delay(left < ConnectionCheckInterval ? left : ConnectionCheckInterval, stopping).ConfigureAwait(false);
            if (watch.Elapsed > ConnectionTable.Freshness
                && !ConnectionTable.IsEstablished(context.Request.LocalEndPoint, context.Request.RemoteEndPoint))
            {
                throw new OperationCanceledException("The client disconnected.");
            }
        }
    }

    public async Task SendAsync(SandboxResponse response)
    {
        var body = Begin(response);
        await WriteAsync(body, 0, body.Length).ConfigureAwait(false);
        _response.Close();
    }

    /// <summary>Sends headers with the length of the whole response, sends half of the body and closes the connection.</summary>
    public async Task SendHalfAsync(SandboxResponse response)
    {
        var body = Begin(response);
        await WriteAsync(body, 0, body.Length / 2).ConfigureAwait(false);
        _response.Abort();
    }

    /// <summary>Sends the response in small pieces over the specified time.</summary>
    public async Task SendSlowlyAsync(SandboxResponse response, TimeSpan duration)
    {
        const int Pieces = 20;
        var body = Begin(response);
        for (var i = 0; i < Pieces; i++)
        {
            var start = (int)((long)body.Length * i / Pieces);
            var end = (int)((long)body.Length * (i + 1) / Pieces);
            await WriteAsync(body, start, end - start).ConfigureAwait(false);
            await DelayAsync(TimeSpan.FromTicks(duration.Ticks / Pieces)).ConfigureAwait(false);
        }

        _response.Close();
    }

    /// <summary>Sends the headers of <paramref name="response"/> and a body that is generated while it is sent.</summary>
    public async Task SendStreamAsync(SandboxResponse response, long length, Func<Stream, long, CancellationToken, Task> write)
    {
        BeginHead(response);
        _response.ContentLength64 = length;
        await write(_response.OutputStream, length, stopping).ConfigureAwait(false);
        _response.Close();
    }

    /// <summary>Closes the connection without a response.</summary>
    public void Drop()
    {
        try
        {
            // On Windows, Abort resets the connection. On other systems it first sends the headers of a response, so the status is set to
            // an interim one, which every client skips before it detects that the connection is closed.
            _response.StatusCode = 100;
            _response.ContentLength64 = 0;
        }
        catch (Exception e) when (e is InvalidOperationException or ProtocolViolationException)
        {
            // The headers were already sent; only the connection must be closed.
        }

        _response.Abort();
    }

    private byte[] Begin(SandboxResponse response)
    {
        BeginHead(response);
        var body = response.Body;
        if (compress && body.Length >= CompressionThreshold && _response.Headers["Content-Encoding"] is null
            && (context.Request.Headers["Accept-Encoding"] ?? "").Contains("gzip"))
        {
            body = Gzip.Pack(stream => stream.Write(response.Body, 0, response.Body.Length));
            _response.Headers["Content-Encoding"] = "gzip";
        }

        _response.ContentLength64 = body.Length;
        return body;
    }

    private void BeginHead(SandboxResponse response)
    {
        OnStatus?.Invoke(response.Status);
        _response.StatusCode = response.Status;
        _response.ContentType = response.ContentType;
        _response.Headers["Date"] = clock.Now.ToString("r", CultureInfo.InvariantCulture);
        foreach (var header in response.Headers)
        {
            _response.Headers[header.Key] = header.Value;
        }
    }

    private Task WriteAsync(byte[] body, int start, int count) => _response.OutputStream.WriteAsync(body, start, count, stopping);
}
