using System.IO.Compression;
using System.Net.Mime;
using System.Text;

namespace VideoPlatforms.Sandbox;

/// <summary>Answers a request as a fault wants it.</summary>
internal static class FaultPlayer
{
    private const string Json = "application/json;charset=UTF-8";
    private const string HtmlPage = """
        <!DOCTYPE html>
        <html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>
        """;

    /// <param name="fault">The fault.</param>
    /// <param name="exchange">Where the answer goes.</param>
    /// <param name="handle">Executes the request and makes the real answer.</param>
    public static Task PlayAsync(Fault fault, Exchange exchange, Func<SandboxAnswer> handle) => fault.Kind switch
    {
        FaultKind.Status => SendInsteadAsync(fault, exchange, Given(fault, fault.Status, "", Json)),
        FaultKind.Body => SendInsteadAsync(fault, exchange, Given(fault, 200, "", Json)),
        FaultKind.Html => SendInsteadAsync(fault, exchange, Given(fault, 200, HtmlPage, "text/html; charset=utf-8")),
        FaultKind.Redirect => SendInsteadAsync(fault, exchange, Given(fault, 302, "", "text/html; charset=utf-8")),
        FaultKind.GzipBomb => SendInsteadAsync(fault, exchange, Bomb(fault.Length)),
        FaultKind.HugeBody => SendHugeAsync(fault, exchange),
        FaultKind.DropConnection => DropAsync(fault, exchange),
        FaultKind.DropAfterHandling => DropHandledAsync(fault, exchange, handle),
        FaultKind.CutAnswer => SendHalfAsync(fault, exchange, handle()),
        FaultKind.SlowBody => exchange.SendSlowlyAsync(WithHeaders(fault, handle()), fault.Delay),
        _ => SendInsteadAsync(fault, exchange, handle()),
    };

    private static async Task SendInsteadAsync(Fault fault, Exchange exchange, SandboxAnswer answer)
    {
        await exchange.DelayAsync(fault.Delay).ConfigureAwait(false);
        await exchange.SendAsync(WithHeaders(fault, answer)).ConfigureAwait(false);
    }

    private static async Task SendHalfAsync(Fault fault, Exchange exchange, SandboxAnswer answer)
    {
        await exchange.DelayAsync(fault.Delay).ConfigureAwait(false);
        await exchange.SendHalfAsync(WithHeaders(fault, answer)).ConfigureAwait(false);
    }

    private static async Task SendHugeAsync(Fault fault, Exchange exchange)
    {
        await exchange.DelayAsync(fault.Delay).ConfigureAwait(false);
        var head = WithHeaders(fault, SandboxAnswer.Text(200, Json, ""));
        await exchange.SendStreamAsync(head, fault.Length, (stream, stopping) => HugeJson.WriteAsync(stream, fault.Length, stopping))
            .ConfigureAwait(false);
    }

    private static async Task DropAsync(Fault fault, Exchange exchange)
    {
        await exchange.DelayAsync(fault.Delay).ConfigureAwait(false);
        exchange.Drop();
    }

    private static Task DropHandledAsync(Fault fault, Exchange exchange, Func<SandboxAnswer> handle)
    {
        handle();
        return DropAsync(fault, exchange);
    }

    private static SandboxAnswer Given(Fault fault, int status, string usualBody, string usualType)
    {
        var type = fault.ContentType ?? usualType;
        return SandboxAnswer.Bytes(status, type, fault.Bytes ?? EncodingOf(type).GetBytes(fault.Body ?? usualBody));
    }

    private static Encoding EncodingOf(string contentType)
        => new ContentType(contentType).CharSet is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Encoding.GetEncoding(charset)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static SandboxAnswer Bomb(long length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            HugeJson.Write(gzip, length);
        }

        var answer = SandboxAnswer.Bytes(200, Json, packed.ToArray());
        answer.Headers["Content-Encoding"] = "gzip";
        return answer;
    }

    private static SandboxAnswer WithHeaders(Fault fault, SandboxAnswer answer)
    {
        if (fault.RetryAfter is not null)
        {
            answer.Headers["Retry-After"] = fault.RetryAfter;
        }

        if (fault.Location is not null)
        {
            answer.Headers["Location"] = fault.Location;
        }

        foreach (System.Collections.DictionaryEntry header in fault.Headers ?? new Dictionary<string, string>())
        {
            answer.Headers[header.Key.ToString()!] = header.Value?.ToString() ?? "";
        }

        return answer;
    }
}
