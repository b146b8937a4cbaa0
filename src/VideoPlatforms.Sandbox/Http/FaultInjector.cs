using System.Net.Mime;
using System.Text;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Handles a request as a fault specifies.</summary>
internal static class FaultInjector
{
    private const string Json = "application/json;charset=UTF-8";
    private const string Html = "text/html; charset=utf-8";
    private const string HtmlPage = """
        <!DOCTYPE html>
        <html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>
        """;

    /// <param name="fault">The fault.</param>
    /// <param name="exchange">The exchange that sends the response.</param>
    /// <param name="handle">Executes the request and returns the actual response.</param>
    public static async Task InjectAsync(Fault fault, Exchange exchange, Func<SandboxResponse> handle)
    {
        var response = Response(fault, handle);
        AddHeaders(fault, response);
        response.BytesPerSecond = fault.BytesPerSecond == 0 ? response.BytesPerSecond : fault.BytesPerSecond;
        if (fault is { Kind: FaultKind.SlowBody, BytesPerSecond: 0 })
        {
            await exchange.SendSlowlyAsync(response, fault.Delay).ConfigureAwait(false);
            return;
        }

        if (fault.Kind == FaultKind.StalledBody)
        {
            await exchange.SendAndStallAsync(response, fault.After ?? 0, fault.Delay).ConfigureAwait(false);
            return;
        }

        await exchange.DelayAsync(fault.Delay).ConfigureAwait(false);
        switch (fault.Kind)
        {
            case FaultKind.DropConnection or FaultKind.DropAfterHandling:
                exchange.Drop();
                break;
            case FaultKind.TruncateResponse:
                await exchange.SendPartAsync(response, fault.After).ConfigureAwait(false);
                break;
            case FaultKind.WrongLength:
                await exchange.SendWithLengthAsync(response, fault.Count).ConfigureAwait(false);
                break;
            case FaultKind.HugeBody:
                await exchange.SendStreamAsync(response, fault.Length, HugeJson.WriteAsync).ConfigureAwait(false);
                break;
            default:
                await exchange.SendAsync(response).ConfigureAwait(false);
                break;
        }
    }

    private static SandboxResponse Response(Fault fault, Func<SandboxResponse> handle) => fault.Kind switch
    {
        FaultKind.Status => Given(fault, fault.Status, "", Json),
        FaultKind.Body => Given(fault, 200, "", Json),
        FaultKind.Html => Given(fault, 200, HtmlPage, Html),
        FaultKind.Redirect => Given(fault, 302, "", Html),
        FaultKind.HugeBody or FaultKind.DropConnection => SandboxResponse.Text(200, Json, ""),
        FaultKind.GzipBomb => Bomb(fault.Length),
        FaultKind.ReplaceText => Replaced(fault, handle()),
        _ => handle(),
    };

    private static SandboxResponse Given(Fault fault, int status, string usualBody, string usualType)
    {
        var type = fault.ContentType ?? usualType;
        return SandboxResponse.Bytes(status, type, fault.Bytes ?? EncodingOf(type).GetBytes(fault.Body ?? usualBody));
    }

    private static SandboxResponse Replaced(Fault fault, SandboxResponse response)
    {
        var body = new byte[response.Body.Length];
        response.Body.Read(0, body, body.Length);
        return SandboxResponse.Text(response.Status, response.ContentType, Encoding.UTF8.GetString(body).Replace(fault.Text, fault.Replacement));
    }

    private static Encoding EncodingOf(string contentType)
        => Encoding.GetEncoding(new ContentType(contentType).CharSet is { Length: > 0 } charset ? charset : "utf-8");

    private static SandboxResponse Bomb(long length)
    {
        var response = SandboxResponse.Bytes(200, Json, Gzip.Pack(stream => HugeJson.Write(stream, length)));
        response.Headers["Content-Encoding"] = "gzip";
        return response;
    }

    private static void AddHeaders(Fault fault, SandboxResponse response)
    {
        if (fault.RetryAfter is not null)
        {
            response.Headers["Retry-After"] = fault.RetryAfter;
        }

        if (fault.Location is not null)
        {
            response.Headers["Location"] = fault.Location;
        }

        if (fault.ContentType is not null)
        {
            response.Headers["Content-Type"] = fault.ContentType;
        }

        foreach (var name in fault.Headers?.Keys ?? Array.Empty<string>())
        {
            response.Headers[name.ToString()!] = fault.Headers![name]?.ToString() ?? "";
        }
    }
}
