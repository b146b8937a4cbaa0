namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Counts videos by their duration.</summary>
internal sealed class ReportLengths
{
    /// <summary>The limits in minutes: a range includes its lower limit and does not include its upper one.</summary>
    public static readonly IReadOnlyList<int> Limits = [1, 5, 10, 30, 60];

    private readonly long[] _counts = new long[Limits.Count + 1];

    /// <summary>Gets the number of videos in each range.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Counts a video.</summary>
    public void Add(PlatformVideo video)
    {
        if (video.Duration is { } duration)
        {
            _counts[Limits.Count(limit => duration.TotalMinutes >= limit)]++;
        }
    }
}
