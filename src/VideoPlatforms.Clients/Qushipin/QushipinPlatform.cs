using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Describes Qushipin App Server.</summary>
internal static class QushipinPlatform
{
    /// <summary>The description.</summary>
    public static readonly PlatformDescription Description = new(
        Platform.Qushipin,
        "003",
        typeof(QushipinVideo),
        typeof(QushipinVideoRecord),
        QushipinVideoReader.Read,
        typeof(QushipinErrors),
        QushipinErrors.Table,
        [
            "pageIndex", "pageSize", "videoId", "mediaId", "userId", "userName", "title", "startTime", "endTime", "censorStatus", "status", "reason",
            "comment", "description", "duration", "coverUrl", "size", "tags", "cateId", "cateName", "firstFrameUrl", "transcodeStatus",
            "snapshotStatus", "isNarrow", "isCache", "objectPath",
        ]);
}
