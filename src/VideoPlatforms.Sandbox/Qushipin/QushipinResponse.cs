using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Http;
using VideoPlatforms.Sandbox.Media;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Creates the common JSON structure of the responses and the fields of a video.</summary>
internal static class QushipinResponse
{
    /// <summary>Creates a success response without data.</summary>
    public static SandboxResponse Done(string message) => Frame("true", "200", message, json => json.WriteNull("data"), 200);

    public static SandboxResponse Success(string message, Action<Utf8JsonWriter> writeData) => Frame(
        "true",
        "200",
        message,
        json =>
        {
            json.WriteStartObject("data");
            writeData(json);
            json.WriteEndObject();
        },
        200);

    public static SandboxResponse Failure(string code, string message, int httpStatus)
        => Frame("false", code, message, json => json.WriteNull("data"), httpStatus);

    /// <summary>Creates the response of the server's login filter, which does not have the common structure.</summary>
    public static SandboxResponse NotLoggedIn(int httpStatus) => SandboxResponse.Json(
        json =>
        {
            json.WriteString("code", "403");
            json.WriteString("message", "Please log in the system!");
        },
        httpStatus);

    public static void WriteFields(Utf8JsonWriter json, QushipinSandboxVideo video, MediaSandbox media)
    {
        var number = int.Parse(video.Id, CultureInfo.InvariantCulture);
        json.WriteString("id", video.Id);
        json.WriteString("videoId", video.VideoId);
        json.WriteString("title", video.Title);
        json.WriteString("description", video.Description);
        WriteLoose(json, "duration", video.Duration, number % 2 == 0);
        json.WriteString("coverUrl", media.Named(video.CoverUrl));
        json.WriteString("creationTime", ChinaTime.Format(video.CreationTime, "yyyy-MM-dd HH:mm:ss.0"));
        json.WriteString("status", video.Status);
        json.WriteString("firstFrameUrl", media.Named(video.FirstFrameUrl));
        WriteLoose(json, "size", video.Size, number % 3 == 0);
        WriteLoose(json, "cateId", video.CateId, number % 5 < 2);
        json.WriteString("cateName", video.CateName);
        json.WriteString("tags", video.Tags);
        json.WriteString("shareUrl", video.ShareUrl);
        json.WriteStartObject("user");
        json.WriteString("userId", video.UserId);
        json.WriteString("userName", video.UserName);
        json.WriteString("avatarUrl", media.Named(video.AvatarUrl));
        json.WriteEndObject();
        json.WriteString("transcodeStatus", video.TranscodeStatus);
        json.WriteString("snapshotStatus", video.SnapshotStatus);
        json.WriteString("censorStatus", video.CensorStatus);
        json.WriteString("narrowTranscodeStatus", video.NarrowTranscodeStatus);
    }

    public static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> urls, MediaSandbox media)
    {
        json.WriteStartArray(name);
        foreach (var url in urls)
        {
            json.WriteStringValue(media.Named(url));
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number with or without quotes, because the real server does both.</summary>
    private static void WriteLoose(Utf8JsonWriter json, string name, double? value, bool quoted)
    {
        if (quoted)
        {
            json.WriteString(name, value?.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberOrNull(name, value);
        }
    }

    private static SandboxResponse Frame(string result, string code, string message, Action<Utf8JsonWriter> writeData, int httpStatus)
        => SandboxResponse.Json(
            json =>
            {
                json.WriteString("result", result);
                json.WriteString("requestId", Guid.NewGuid().ToString());
                json.WriteString("message", message);
                json.WriteString("code", code);
                writeData(json);
            },
            httpStatus);
}
