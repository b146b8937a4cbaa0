using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents a response that is ready to be sent.</summary>
internal sealed class SandboxResponse
{
    private const string JsonType = "application/json;charset=UTF-8";

    // Like the vendors, write Chinese text without \u escapes.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; private init; } = 200;

    public string ContentType { get; private init; } = JsonType;

    public ResponseBody Body { get; private init; } = new BytesBody([]);

    /// <summary>Gets the position of the first byte of the body to send.</summary>
    public long Offset { get; private init; }

    /// <summary>Gets the number of bytes of the body to send.</summary>
    public long Count { get; private init; }

    /// <summary>Gets a value indicating whether the body can be compressed.</summary>
    public bool Compressible { get; private init; } = true;

    /// <summary>Gets or sets a value indicating whether the body is sent in chunks, without Content-Length.</summary>
    public bool Chunked { get; set; }

    /// <summary>Gets or sets the maximum rate; 0 for no limit.</summary>
    public int BytesPerSecond { get; set; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a JSON object with the members that <paramref name="write"/> writes.</summary>
    public static SandboxResponse Json(Action<Utf8JsonWriter> write, int status = 200) => ToJson(status, json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });

    /// <summary>Creates a JSON array with the items that <paramref name="write"/> writes.</summary>
    public static SandboxResponse JsonArray(Action<Utf8JsonWriter> write) => ToJson(200, json =>
    {
        json.WriteStartArray();
        write(json);
        json.WriteEndArray();
    });

    public static SandboxResponse Text(int status, string contentType, string text)
        => Bytes(status, contentType, Encoding.UTF8.GetBytes(text));

    public static SandboxResponse Bytes(int status, string contentType, byte[] body)
        => new() { Status = status, ContentType = contentType, Body = new BytesBody(body), Count = body.Length };

    /// <summary>Creates a response with a part of a file, which is not compressed.</summary>
    public static SandboxResponse Part(int status, string contentType, ResponseBody body, long offset, long count)
        => new() { Status = status, ContentType = contentType, Body = body, Offset = offset, Count = count, Compressible = false };

    /// <summary>Returns the response with its body compressed by gzip.</summary>
    public SandboxResponse Compress()
    {
        var body = new byte[Count];
        Body.Read(Offset, body, body.Length);
        return Bytes(Status, ContentType, Gzip.Pack(stream => stream.Write(body, 0, body.Length)));
    }

    /// <summary>Returns the response to a HEAD request.</summary>
    public SandboxResponse WithoutBody() => Bytes(Status, ContentType, []);

    /// <summary>Creates the response to an internal error of the sandbox, which must not look like an error of the client.</summary>
    public static SandboxResponse Broken(Exception e) => Text(500, "text/plain;charset=UTF-8", $"Internal error of the sandbox: {e}");

    public static SandboxResponse NotFound(string path) => Json(
        json =>
        {
            json.WriteNumber("status", 404);
            json.WriteString("error", "Not Found");
            json.WriteString("path", path);
        },
        404);

    /// <summary>Creates the response of a gateway whose rate limit was exceeded.</summary>
    public static SandboxResponse TooManyRequests()
    {
        var response = Text(429, "text/plain;charset=UTF-8", "Too Many Requests");
        response.Headers["Retry-After"] = "1";
        return response;
    }

    public static SandboxResponse MethodNotAllowed(string allowed)
    {
        var response = Json(
            json =>
            {
                json.WriteNumber("status", 405);
                json.WriteString("error", "Method Not Allowed");
            },
            405);
        response.Headers["Allow"] = allowed;
        return response;
    }

    private static SandboxResponse ToJson(int status, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            write(json);
        }

        return Bytes(status, JsonType, stream.ToArray());
    }
}
