using System.Text.Json;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>The frame of every response of this vendor, on VOD and on Live.</summary>
internal static class PolyvEnvelope
{
    public static SandboxResponse Success(string message, Action<Utf8JsonWriter> writeData) => SandboxResponse.Json(json =>
    {
        WriteHead(json, 200, "success", message);
        json.WriteStartObject("data");
        writeData(json);
        json.WriteEndObject();
    });

    /// <summary>A failure has a string where the data would stand.</summary>
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
