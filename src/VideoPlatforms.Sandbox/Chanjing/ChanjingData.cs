using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Creates sample videos. Most of them are finished, some are in progress and some have failed.</summary>
internal static class ChanjingData
{
    private static readonly (int Status, int Progress, string Msg)[] States =
    [
        (30, 100, ""),
        (30, 100, ""),
        (10, 35, ""),
        (30, 100, ""),
        (40, 0, "参数异常"),
        (30, 100, ""),
        (50, 80, "服务异常"),
        (30, 100, ""),
        (41, 0, "参数异常, \"text\""),
        (10, 0, ""),
        (30, 100, ""),
        (51, 12, "服务异常\nline two"),
    ];

    public static ChanjingSandboxVideo Create(int index, DateTimeOffset created, Uri mediaRoot)
    {
        var id = Digest.Id($"chanjing/{index}");
        var (status, progress, msg) = States[index % States.Length];
        var made = status == 30;
        var file = $"{mediaRoot}chanjing/{created.ToUnixTimeMilliseconds()}-{Digest.Id(id)}";
        return new()
        {
            Id = id,
            Status = status,
            Progress = progress,
            Msg = msg,
            VideoUrl = made ? $"{file}-video.mp4" : "",
            CreateTime = created.ToUnixTimeSeconds(),
            PreviewUrl = made ? $"{file}-cover.png" : "",
            SubtitleDataUrl = made ? $"{mediaRoot}chanjing/subtitles/{id}.json" : "",
            Duration = made ? 5 + (index % 300) : null,
        };
    }
}
