namespace VideoPlatforms.Sandbox.PolyvLive;

/// <summary>A playback or a video of Polyv Live, in the document's words.</summary>
public sealed record PolyvLiveSandboxVideo
{
    /// <summary>videoId: the id.</summary>
    public string VideoId { get; init; } = "";

    /// <summary>videoPoolId: the video's vid on Polyv VOD.</summary>
    public string VideoPoolId { get; init; } = "";

    /// <summary>userId: the account on Polyv VOD.</summary>
    public string UserId { get; init; } = "";

    /// <summary>channelId: the live channel.</summary>
    public int ChannelId { get; init; }

    /// <summary>title.</summary>
    public string Title { get; init; } = "";

    /// <summary>firstImage: the cover's URL.</summary>
    public string FirstImage { get; init; } = "";

    /// <summary>duration: hh:mm:ss.</summary>
    public string Duration { get; init; } = "";

    /// <summary>myBr: 1 fluent, 2 high, 3 super definition.</summary>
    public string MyBr { get; init; } = "";

    /// <summary>qid: collects what viewers say about themselves.</summary>
    public string? Qid { get; init; }

    /// <summary>seed: 1 when encrypted.</summary>
    public int Seed { get; init; }

    /// <summary>ordertime: the order on Polyv VOD.</summary>
    public long Ordertime { get; init; }

    /// <summary>createdTime: when it became a playback, in Unix milliseconds.</summary>
    public long CreatedTime { get; init; }

    /// <summary>lastModified, in Unix milliseconds.</summary>
    public long LastModified { get; init; }

    /// <summary>rank: the larger, the further ahead.</summary>
    public int Rank { get; init; }

    /// <summary>asDefault: Y or N.</summary>
    public string AsDefault { get; init; } = "";

    /// <summary>url: the stream.</summary>
    public string Url { get; init; } = "";

    /// <summary>channelSessionId: null for an ordinary live's playback.</summary>
    public string? ChannelSessionId { get; init; }

    /// <summary>status.</summary>
    public string Status { get; init; } = "";

    /// <summary>fileId: the stored file that it was made from.</summary>
    public string FileId { get; init; } = "";

    /// <summary>startTime: when the live began, yyyyMMddHHmmss in China Standard Time.</summary>
    public string StartTime { get; init; } = "";

    /// <summary>liveType: alone, ppt, topclass or seminar.</summary>
    public string LiveType { get; init; } = "";

    /// <summary>errorCount.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>mergeinfo: a JSON array in a string. Every other row spells it mergeInfo, as the document does.</summary>
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

    /// <summary>videoIdEN: the id of the English playback.</summary>
    public string? VideoIdEN { get; init; }

    /// <summary>fileUrl: the file. Every other row spells it fileUr1, as the document does.</summary>
    public string? FileUrl { get; init; }

    /// <summary>enFileUrl: the English file.</summary>
    public string? EnFileUrl { get; init; }
}
