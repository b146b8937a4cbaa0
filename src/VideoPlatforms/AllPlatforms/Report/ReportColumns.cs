using VideoPlatforms.AllPlatforms.Inventories.Format;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>The columns of the report beyond those that all platforms share.</summary>
internal static class ReportColumns
{
    /// <summary>The size in bytes.</summary>
    public static readonly VideoColumn Size = Column(nameof(QushipinVideo.Size));

    /// <summary>The play count.</summary>
    public static readonly VideoColumn PlayCount = Column(nameof(PolyvVideo.PlayCount));

    /// <summary>The columns that the details of a video show, in this order.</summary>
    public static readonly IReadOnlyList<VideoColumn> Details =
    [
        .. new[]
        {
            nameof(QushipinVideo.Description), nameof(QushipinVideo.Tags), nameof(QushipinVideo.CategoryName), nameof(QushipinVideo.CategoryId),
            nameof(QushipinVideo.UserName), nameof(PolyvVideo.UploaderEmail), nameof(PolyvLivePlayback.ChannelId), nameof(PolyvLivePlayback.LiveType),
            nameof(PolyvLivePlayback.Width), nameof(PolyvLivePlayback.Height), nameof(DigitalPersonWork.Resolution), nameof(ChanjingVideo.Progress),
            nameof(ChanjingVideo.Message), nameof(PolyvVideo.StatusCode), nameof(QushipinVideo.Status), nameof(QushipinVideo.CensorStatus),
            nameof(QushipinVideo.TranscodeStatus), nameof(DigitalPersonWork.UpdatedAt), nameof(PolyvLivePlayback.LastModified),
            nameof(PolyvLivePlayback.StartTime), nameof(QushipinVideo.ShareUrl), nameof(PolyvLivePlayback.WatchUrl),
        }.Select(Column),
    ];

    /// <summary>Returns the value of a column; null if the platform does not have it.</summary>
    public static object? Get(VideoColumn column, PlatformVideo video) => VideoColumns.Of(video.Platform).Find(column)?.Get(video);

    private static VideoColumn Column(string name) => VideoColumns.Find(name)!;
}
