using System.Text.Json;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Creates the common JSON structure of this vendor's responses, for VOD and Live.</summary>
internal static class PolyvEnvelope
{
    public static SandboxResponse Success(string message, Action<Utf8JsonWriter> writeData) => SandboxResponse.Json(json =>
    {
        WriteHead(json, 200, "success", message);
        json.WriteStartObject("data");
        writeData(json);
        json.WriteEndObject();
    });

    /// <summary>Creates an error response, whose <c>data</c> is an empty string.</summary>
    public static SandboxResponse Failure(int code, string message, int httpStatus) => SandboxResponse.Json(
        json =>
        {
            WriteHead(json, code, "error", message);
            json.WriteString("data", "");
        },
        httpStatus);

    private static void WriteHead(Utf8JsonWriter json, int code, string status, string message)
    {
        json.WriteNumber("code", code);
        json.WriteString("status", status);
        json.WriteString("message", message);
    }
}
