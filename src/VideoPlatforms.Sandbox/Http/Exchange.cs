using System.Diagnostics;
using System.Globalization;
using System.Net;
using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Sends the response to one request: immediately, delayed, slowly, in part or not at all.</summary>
internal sealed class Exchange(HttpListenerContext context, SandboxClock clock, bool compress, CancellationToken stopping)
{
    private const int CompressionThreshold = 1024;
    private const int BufferLength = 64 * 1024;
    private const int PiecesPerSecond = 20;

    // The interval at which a delayed response checks whether its client is still connected.
    private static readonly TimeSpan ConnectionCheckInterval = TimeSpan.FromMilliseconds(150);

    private readonly HttpListenerResponse _response = context.Response;

    private bool _begun;

    /// <summary>Gets or sets the action that receives the HTTP status when a response begins.</summary>
    public Action<int>? OnStatus { get; set; }

    /// <summary>Gets or sets the action that receives the number of bytes of the body that are sent next.</summary>
    public Action<int>? OnSending { get; set; }

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
        response = Begin(response);
        await WriteAsync(response, 0, response.Count, response.BytesPerSecond).ConfigureAwait(false);
        _response.Close();
    }

    /// <summary>Sends headers with the length of the whole response, sends a part of the body and closes the connection.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">The number of bytes of the body; null for half of it.</param>
    public async Task SendPartAsync(SandboxResponse response, long? bytes)
    {
        response = Begin(response);
        var count = Math.Min(bytes ?? response.Count / 2, response.Count);
        await WriteAsync(response, 0, count, response.BytesPerSecond).ConfigureAwait(false);
        _response.Abort();
    }

    /// <summary>Sends headers and a part of the body, then nothing, and closes the connection.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">The number of bytes of the body; at least one is sent.</param>
    /// <param name="duration">The time in which nothing is sent; zero to wait until the client disconnects.</param>
    public async Task SendAndStallAsync(SandboxResponse response, long bytes, TimeSpan duration)
    {
        response = Begin(response);

        // HttpListener sends the headers together with the first byte.
        await WriteAsync(response, 0, Math.Min(Math.Max(bytes, 1), response.Count), response.BytesPerSecond).ConfigureAwait(false);
        await DelayAsync(duration == TimeSpan.Zero ? TimeSpan.MaxValue : duration).ConfigureAwait(false);
        _response.Abort();
    }

    /// <summary>Sends the whole response with a wrong Content-Length and closes the connection.</summary>
    /// <param name="response">The response.</param>
    /// <param name="difference">The difference between the Content-Length and the actual length.</param>
    public async Task SendWithLengthAsync(SandboxResponse response, int difference)
    {
        response = Begin(response);
        var promised = Math.Max(response.Count + difference, 0);
        _response.SendChunked = false;
        _response.ContentLength64 = promised;
        var matching = Math.Min(promised, response.Count);
        await WriteAsync(response, 0, matching, response.BytesPerSecond).ConfigureAwait(false);
        try
        {
            await WriteAsync(response, matching, response.Count - matching, response.BytesPerSecond).ConfigureAwait(false);
        }
        catch (ProtocolViolationException)
        {
            // On Windows, the system sends no bytes beyond the Content-Length.
        }

        _response.Abort();
    }

    /// <summary>Sends the response in small pieces over the specified time.</summary>
    public async Task SendSlowlyAsync(SandboxResponse response, TimeSpan duration)
    {
        const int Pieces = 20;
        response = Begin(response);
        for (var i = 0; i < Pieces; i++)
        {
            var start = response.Count * i / Pieces;
            var end = response.Count * (i + 1) / Pieces;
            await WriteAsync(response, start, end - start, 0).ConfigureAwait(false);
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

    /// <summary>
    /// Reports an internal error to the client. If the error is that the client disconnected or the server stops, or if a response has
    /// begun, only the connection is closed.
    /// </summary>
    public async Task FailAsync(Exception error)
    {
        if (_begun || error is OperationCanceledException or IOException or HttpListenerException or ObjectDisposedException)
        {
            Drop();
            return;
        }

        try
        {
            await SendAsync(SandboxResponse.Broken(error)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            Drop();
        }
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

    /// <summary>Sets the headers of a response, and returns it as it is sent: compressed, or without a body in response to HEAD.</summary>
    private SandboxResponse Begin(SandboxResponse response)
    {
        BeginHead(response);
        if (compress && response.Compressible && response.Count >= CompressionThreshold && _response.Headers["Content-Encoding"] is null
            && (context.Request.Headers["Accept-Encoding"] ?? "").Contains("gzip"))
        {
            response = response.Compress();
            _response.Headers["Content-Encoding"] = "gzip";
        }

        if (response.Chunked)
        {
            _response.SendChunked = true;
        }
        else
        {
            _response.ContentLength64 = response.Count;
        }

        return context.Request.HttpMethod == "HEAD" ? response.WithoutBody() : response;
    }

    private void BeginHead(SandboxResponse response)
    {
        _begun = true;
        OnStatus?.Invoke(response.Status);
        _response.StatusCode = response.Status;
        _response.ContentType = response.ContentType;
        _response.Headers["Date"] = clock.Now.ToString("r", CultureInfo.InvariantCulture);
        foreach (var header in response.Headers)
        {
            _response.Headers[header.Key] = header.Value;
        }
    }

    private async Task WriteAsync(SandboxResponse response, long start, long count, int bytesPerSecond)
    {
        var buffer = new byte[Math.Min(count, bytesPerSecond == 0 ? BufferLength : Math.Max(bytesPerSecond / PiecesPerSecond, 1))];
        for (var sent = 0L; sent < count;)
        {
            var length = (int)Math.Min(buffer.Length, count - sent);
            response.Body.Read(response.Offset + start + sent, buffer, length);
            OnSending?.Invoke(length);
            await _response.OutputStream.WriteAsync(buffer, 0, length, stopping).ConfigureAwait(false);
            sent += length;
            if (bytesPerSecond > 0)
            {
                await DelayAsync(TimeSpan.FromSeconds((double)length / bytesPerSecond)).ConfigureAwait(false);
            }
        }
    }
}
