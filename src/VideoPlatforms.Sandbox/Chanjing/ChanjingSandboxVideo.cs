namespace VideoPlatforms.Sandbox.Chanjing;

/// <summary>Represents a video of Chanjing with the fields of the document.</summary>
public sealed record ChanjingSandboxVideo
{
    /// <summary>id.</summary>
    public string Id { get; init; } = "";

    /// <summary>status: 10 in progress, 30 finished, 4X invalid parameters, 5X failed.</summary>
    public int Status { get; init; }

    /// <summary>progress: 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>msg: the error message of a failed video.</summary>
    public string Msg { get; init; } = "";

    /// <summary>video_url: empty until the video is finished.</summary>
    public string VideoUrl { get; init; } = "";

    /// <summary>create_time, in Unix seconds.</summary>
    public long CreateTime { get; init; }

    /// <summary>preview_url: the URL of the cover.</summary>
    public string PreviewUrl { get; init; } = "";

    /// <summary>subtitle_data_url: the URL of the subtitles, which the sandbox serves. Only returned for an individual video.</summary>
    public string SubtitleDataUrl { get; init; } = "";

    /// <summary>duration, in seconds. Only returned for an individual video.</summary>
    public int? Duration { get; init; }
}
