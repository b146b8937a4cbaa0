using System.Text.Json;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Creates the subtitle file of a video: a JSON array with a line every five seconds.</summary>
internal static class ChanjingSubtitles
{
    private const int SecondsPerLine = 5;
    private const int FramesPerSecond = 25;

    public static SandboxResponse Of(ChanjingSandboxVideo video) => SandboxResponse.JsonArray(json =>
    {
        for (var second = 0; second < video.Duration; second += SecondsPerLine)
        {
            WriteLine(json, video.Id, second, Math.Min(second + SecondsPerLine, video.Duration.Value));
        }
    });

    private static void WriteLine(Utf8JsonWriter json, string id, int begin, int end)
    {
        json.WriteStartObject();
        json.WriteNumber("min_time", begin * 1000);
        json.WriteNumber("max_time", end * 1000);
        json.WriteString("subtitles", $"字幕 {begin}");
        json.WriteNumber("start_frame", begin * FramesPerSecond);
        json.WriteNumber("end_frame", end * FramesPerSecond);
        json.WriteNumber("fps", FramesPerSecond);
        json.WriteString("key", $"{id}-{begin}");
        json.WriteEndObject();
    }
}
