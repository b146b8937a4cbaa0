using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents a response that is ready to be sent.</summary>
internal sealed class SandboxResponse
{
    // Like the vendors, write Chinese text without \u escapes.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; private init; } = 200;

    public string ContentType { get; private init; } = "application/json;charset=UTF-8";

    public byte[] Body { get; private init; } = [];

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
        => new() { Status = status, ContentType = contentType, Body = body };

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

        return new SandboxResponse { Status = status, Body = stream.ToArray() };
    }
}
