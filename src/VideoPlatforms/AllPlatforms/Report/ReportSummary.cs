using VideoPlatforms.AllPlatforms.Inventories.Measuring;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>The totals of a report.</summary>
internal sealed class ReportSummary
{
    private readonly VideoMeasurer _total = new([]);
    private readonly VideoMeasurer _byPlatform = new([VideoMeasureKey.Platform]);
    private readonly VideoMeasurer _byState = new([VideoMeasureKey.Platform, VideoMeasureKey.State]);
    private readonly VideoMeasurer _byMonth = new([VideoMeasureKey.Month]);

    /// <summary>Gets the totals of all videos.</summary>
    public VideoMeasure Total => _total.Groups.Single();

    /// <summary>Gets the totals by platform.</summary>
    public IReadOnlyList<VideoMeasure> ByPlatform => _byPlatform.Groups;

    /// <summary>Gets the totals by platform and state.</summary>
    public IReadOnlyList<VideoMeasure> ByState => _byState.Groups;

    /// <summary>Gets the totals by month.</summary>
    public IReadOnlyList<VideoMeasure> ByMonth => _byMonth.Groups;

    /// <summary>Gets the numbers of videos by duration.</summary>
    public ReportLengths Lengths { get; } = new();

    /// <summary>Gets the number of changes by kind.</summary>
    public long[] Changes { get; } = new long[Enum.GetValues(typeof(InventoryChangeKind)).Length];

    /// <summary>Counts a video.</summary>
    public void Add(PlatformVideo video)
    {
        _total.Add(video);
        _byPlatform.Add(video);
        _byState.Add(video);
        _byMonth.Add(video);
        Lengths.Add(video);
    }
}
