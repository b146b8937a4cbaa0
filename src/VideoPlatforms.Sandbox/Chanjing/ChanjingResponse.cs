using System.Text.Json;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Creates the common JSON structure of the responses and the documented errors.</summary>
internal static class ChanjingResponse
{
    public const int BadFormat = 400;
    public const int BadToken = 10400;
    public const int BadParameter = 40000;
    public const int TooManyRequests = 40001;
    public const int InternalError = 50000;

    public static SandboxResponse Success(Action<Utf8JsonWriter> writeData) => SandboxResponse.Json(json =>
    {
        WriteHead(json, 0, "");
        json.WriteStartObject("data");
        writeData(json);
        json.WriteEndObject();
    });

    public static SandboxResponse Failure(int code, string msg, int httpStatus) => SandboxResponse.Json(
        json =>
        {
            WriteHead(json, code, msg);
            json.WriteNull("data");
        },
        httpStatus);

    private static void WriteHead(Utf8JsonWriter json, int code, string msg)
    {
        json.WriteString("trace_id", Guid.NewGuid().ToString("N"));
        json.WriteNumber("code", code);
        json.WriteString("msg", msg);
    }
}
