namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>Represents a playback or a video on demand of Polyv Live with the fields of the document.</summary>
public sealed record PolyvLiveSandboxVideo
{
    /// <summary>videoId: the ID.</summary>
    public string VideoId { get; init; } = "";

    /// <summary>videoPoolId: the vid of the video on Polyv VOD.</summary>
    public string VideoPoolId { get; init; } = "";

    /// <summary>userId: the user ID on Polyv VOD.</summary>
    public string UserId { get; init; } = "";

    /// <summary>channelId: the live channel.</summary>
    public int ChannelId { get; init; }

    /// <summary>title.</summary>
    public string Title { get; init; } = "";

    /// <summary>firstImage: the URL of the cover.</summary>
    public string FirstImage { get; init; } = "";

    /// <summary>duration: hh:mm:ss.</summary>
    public string Duration { get; init; } = "";

    /// <summary>myBr: the default bitrate: 1 smooth, 2 high, 3 super-high definition.</summary>
    public string MyBr { get; init; } = "";

    /// <summary>qid: the visitor questionnaire.</summary>
    public string? Qid { get; init; }

    /// <summary>seed: 1 if the video is encrypted.</summary>
    public int Seed { get; init; }

    /// <summary>ordertime: the sort value on Polyv VOD.</summary>
    public long Ordertime { get; init; }

    /// <summary>createdTime: the time at which the video was added as a playback, in Unix milliseconds.</summary>
    public long CreatedTime { get; init; }

    /// <summary>lastModified, in Unix milliseconds.</summary>
    public long LastModified { get; init; }

    /// <summary>rank: the sort value; items with larger values come first.</summary>
    public int Rank { get; init; }

    /// <summary>asDefault: Y or N.</summary>
    public string AsDefault { get; init; } = "";

    /// <summary>url: the URL of the stream.</summary>
    public string Url { get; init; } = "";

    /// <summary>channelSessionId: null for a playback without slides.</summary>
    public string? ChannelSessionId { get; init; }

    /// <summary>status.</summary>
    public string Status { get; init; } = "";

    /// <summary>fileId: the ID of the recorded file.</summary>
    public string FileId { get; init; } = "";

    /// <summary>startTime: the start of the broadcast, yyyyMMddHHmmss in China Standard Time.</summary>
    public string StartTime { get; init; } = "";

    /// <summary>liveType: alone, ppt, topclass or seminar.</summary>
    public string LiveType { get; init; } = "";

    /// <summary>errorCount.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>mergeinfo: a JSON array in a string. Half of the rows spell it mergeInfo, as the document does.</summary>
    public string? Mergeinfo { get; init; }

    /// <summary>watchUrl: without a scheme.</summary>
    public string WatchUrl { get; init; } = "";

    /// <summary>width.</summary>
    public int? Width { get; init; }

    /// <summary>height.</summary>
    public int? Height { get; init; }

    /// <summary>origin: manual, auto, merge or clip.</summary>
    public string? Origin { get; init; }

    /// <summary>callbackUrl.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>lang: zh_CN or EN.</summary>
    public string? Lang { get; init; }

    /// <summary>videoIdEN: the ID of the English playback.</summary>
    public string? VideoIdEN { get; init; }

    /// <summary>fileUrl: the URL of the file. Half of the rows spell it fileUr1, as the document does.</summary>
    public string? FileUrl { get; init; }

    /// <summary>enFileUrl: the URL of the English file.</summary>
    public string? EnFileUrl { get; init; }
}
