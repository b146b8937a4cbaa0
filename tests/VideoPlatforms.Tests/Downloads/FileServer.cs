using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoPlatforms.Tests.Downloads;

/// <summary>
/// A media server on a raw socket, so that it can promise other lengths than it sends, cut connections and keep silent. No web server
/// library allows that.
/// </summary>
internal sealed class FileServer : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly List<FileServerRequest> _received = [];
    private readonly CancellationTokenSource _ending = new();
    private long _sent;

    public FileServer() => _listener = new(ServeAsync);

    /// <summary>Returns the file for a request. The first argument is the request, the second the number of earlier requests for its path.</summary>
    public Func<FileServerRequest, int, ServedFile> Serve { get; set; } = (_, _) => new([]);

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_listener.Port}/"));

    /// <summary>The requests, in the order in which they were received.</summary>
    public IReadOnlyList<FileServerRequest> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>The bytes of all bodies that were sent.</summary>
    public long BytesSent => Interlocked.Read(ref _sent);

    /// <summary>Bytes that differ everywhere.</summary>
    public static byte[] RandomBytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public string UrlOf(string path) => new Uri(Address, path).AbsoluteUri;

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        var ending = _ending.Token;
        try
        {
            while (await reader.ReadLineAsync(ending) is { Length: > 0 } first)
            {
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(ending) is { Length: > 0 } line)
                {
                    headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
                }

                var request = new FileServerRequest(first.Split(' ')[0], first.Split(' ')[1], headers);
                int before;
                lock (_received)
                {
                    before = _received.Count(earlier => earlier.Path == request.Path);
                    _received.Add(request);
                }

                if (!await RespondAsync(client.GetStream(), request, Serve(request, before), ending))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client closed the connection, or the test has ended.
        }
    }

    // Returns whether the connection is kept.
    private async Task<bool> RespondAsync(NetworkStream stream, FileServerRequest request, ServedFile file, CancellationToken ending)
    {
        if (file.IsSilent)
        {
            await Task.Delay(Timeout.Infinite, ending);
        }

        await file.Before();
        var offset = OffsetOf(request, file);
        var status = file.Status ?? (offset is null ? 200 : offset >= file.Bytes.Length ? 416 : 206);
        var start = status == 206 ? (int)offset! : 0;
        var end = status == 206 && request.LastByte is { } last ? Math.Min(last + 1, file.Bytes.Length) : status == 206 ? (int)Math.Min((long)start + file.MaxRange, file.Bytes.Length) : file.Bytes.Length;
        var body = status is 200 or 206 || file.Status is not null ? file.Bytes.AsMemory(start, end - start) : default;
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Some\r\nDate: {DateTime.UtcNow:R}\r\n");
        if (!file.OmitLength)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + file.LengthError}\r\n");
        }

        if (file.RangeText is { } text)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Range: {text}\r\n");
        }
        else if (status is 206 or 416)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Range: bytes {(status == 416 ? "*" : $"{start + file.RangeShift}-{file.RangeEnd ?? end - 1}")}/{file.PromisedTotal ?? file.Bytes.Length}\r\n");
        }

        foreach (var (name, value) in file.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), ending);
        var count = Math.Min(file.CutAfter ?? int.MaxValue, body.Length);
        for (var sent = 0; sent < count;)
        {
            var step = Math.Min(file.Step ?? count, count - sent);
            await stream.WriteAsync(body.Slice(sent, step), ending);
            sent += step;
            Interlocked.Add(ref _sent, step);
            await file.Pause(start + sent).WaitAsync(ending);
        }

        return !file.OmitLength && count == body.Length && file.LengthError == 0;
    }

    // The offset of the range to send; null for the whole file.
    private static int? OffsetOf(FileServerRequest request, ServedFile file)
    {
        if (!file.AcceptsRanges || request.FirstByte is not { } first)
        {
            return null;
        }

        var condition = request.Headers.GetValueOrDefault("If-Range");
        return condition is null || file.IgnoresIfRange || file.Headers.ContainsValue(condition) ? first : null;
    }
}

/// <summary>A request.</summary>
internal sealed record FileServerRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    public int? FirstByte => Range is { } range ? int.Parse(range[0], CultureInfo.InvariantCulture) : null;

    public int? LastByte => Range is { } range && range[1].Length > 0 ? int.Parse(range[1], CultureInfo.InvariantCulture) : null;

    private string[]? Range => Headers.TryGetValue("Range", out var range) ? range["bytes=".Length..].Split('-') : null;
}

/// <summary>A file, and how the server behaves.</summary>
internal sealed record ServedFile(byte[] Bytes)
{
    public Dictionary<string, string> Headers { get; init; } = new() { ["ETag"] = "\"1\"", ["Content-Type"] = "video/mp4" };

    public int? Status { get; init; }

    /// <summary>The number of bytes of the body after which the connection is closed.</summary>
    public int? CutAfter { get; init; }

    public bool AcceptsRanges { get; init; } = true;

    public bool IgnoresIfRange { get; init; }

    public bool OmitLength { get; init; }

    /// <summary>How much Content-Length differs from the body.</summary>
    public int LengthError { get; init; }

    /// <summary>The length in Content-Range, if it differs from the file.</summary>
    public int? PromisedTotal { get; init; }

    /// <summary>Content-Range, if it differs from the body.</summary>
    public string? RangeText { get; init; }

    /// <summary>The last byte in Content-Range, if it differs from the body.</summary>
    public int? RangeEnd { get; init; }

    /// <summary>The most bytes that are returned for a range.</summary>
    public int MaxRange { get; init; } = int.MaxValue;

    /// <summary>The difference between the requested and the returned range.</summary>
    public int RangeShift { get; init; }

    /// <summary>Whether the request receives no response.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The number of bytes that are sent at once.</summary>
    public int? Step { get; init; }

    /// <summary>Called before the response.</summary>
    public Func<Task> Before { get; init; } = () => Task.CompletedTask;

    /// <summary>Called after each step with the offset in the file.</summary>
    public Func<int, Task> Pause { get; init; } = _ => Task.CompletedTask;

    public ServedFile With(string header, string? value)
    {
        var headers = new Dictionary<string, string>(Headers);
        headers.Remove(header);
        if (value is not null)
        {
            headers[header] = value;
        }

        return this with { Headers = headers };
    }

    public static ServedFile Redirect(string location) => new([]) { Status = 302, Headers = new() { ["Location"] = location } };
}
