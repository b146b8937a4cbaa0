namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>A video of Chanjing, in the document's words.</summary>
public sealed record ChanjingSandboxVideo
{
    /// <summary>id.</summary>
    public string Id { get; init; } = "";

    /// <summary>status: 10 being made, 30 made, 4X wrong parameters, 5X failed.</summary>
    public int Status { get; init; }

    /// <summary>progress: 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>msg: why it failed.</summary>
    public string Msg { get; init; } = "";

    /// <summary>video_url: empty until it is made.</summary>
    public string VideoUrl { get; init; } = "";

    /// <summary>create_time, in Unix seconds.</summary>
    public long CreateTime { get; init; }

    /// <summary>preview_url: the cover's URL.</summary>
    public string PreviewUrl { get; init; } = "";

    /// <summary>subtitle_data_url: the subtitles' URL, which the sandbox serves. Only a single video's response has it.</summary>
    public string SubtitleDataUrl { get; init; } = "";

    /// <summary>duration, in seconds. Only a single video's response has it.</summary>
    public int? Duration { get; init; }
}
