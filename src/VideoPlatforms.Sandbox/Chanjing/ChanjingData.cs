using VideoPlatforms.Sandbox.Data;

namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Creates sample videos. Most of them are finished, some are in progress and some have failed.</summary>
internal static class ChanjingData
{
    /// <summary>The status of a video that is being generated.</summary>
    public const int InProgress = 10;

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
        var video = new ChanjingSandboxVideo { Id = id, Status = status, Progress = progress, Msg = msg, CreateTime = created.ToUnixTimeSeconds() };
        return status == 30 ? WithFiles(video, mediaRoot, 5 + (index % 300)) : video;
    }

    /// <summary>Returns the video while it is being generated.</summary>
    public static ChanjingSandboxVideo Start(ChanjingSandboxVideo video) => video with
    {
        Status = InProgress,
        Progress = 0,
        Msg = "",
        VideoUrl = "",
        PreviewUrl = "",
        SubtitleDataUrl = "",
        Duration = null,
    };

    /// <summary>Returns the video after its generation.</summary>
    public static ChanjingSandboxVideo Finish(ChanjingSandboxVideo video, bool failed, Uri mediaRoot) => failed
        ? Start(video) with { Status = 50, Progress = 80, Msg = "服务异常" }
        : WithFiles(video with { Status = 30, Progress = 100, Msg = "" }, mediaRoot, video.Duration ?? 60);

    private static ChanjingSandboxVideo WithFiles(ChanjingSandboxVideo video, Uri mediaRoot, int seconds)
    {
        var file = $"{mediaRoot}chanjing/{video.CreateTime * 1000}-{Digest.Id(video.Id)}";
        return video with
        {
            VideoUrl = $"{file}-video.mp4",
            PreviewUrl = $"{file}-cover.png",
            SubtitleDataUrl = $"{mediaRoot}chanjing/subtitles/{video.Id}.json",
            Duration = seconds,
        };
    }
}
