using System.Globalization;
using VideoPlatforms.Common.Hosting;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.AllPlatforms.Inventories.Measuring;

/// <summary>Counts videos by groups.</summary>
/// <param name="keys">What the videos are grouped by; nothing for the totals of all videos.</param>
internal sealed class VideoMeasurer(IReadOnlyList<VideoMeasureKey> keys)
{
    private readonly Dictionary<(Platform?, string?, VideoState?, string?), VideoMeasure> _groups = [];

    /// <summary>Counts videos. What is not a video is reported.</summary>
    public async Task AddAsync(IReadOnlyList<VideoReference> references, ICommandHost host, CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.Video is { } video)
            {
                Add(video);
            }
            else
            {
                await host.WriteErrorAsync(VideoErrors.NotAVideo(reference), reference.Source).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Counts a video.</summary>
    public void Add(PlatformVideo video) => Add(video, GroupOf(video));

    /// <summary>Gets the groups in the order of their keys.</summary>
    public IReadOnlyList<VideoMeasure> Groups
    {
        get
        {
            if (keys.Count == 0 && _groups.Count == 0)
            {
                return [new()];
            }

            IOrderedEnumerable<VideoMeasure> groups = _groups.Values.OrderBy(_ => 0);
            foreach (var key in keys)
            {
                groups = groups.ThenBy(group => Text(group, key), StringComparer.Ordinal);
            }

            return [.. groups];
        }
    }

    /// <summary>Writes the groups in the order of their keys.</summary>
    public Task WriteAsync(ICommandHost host) => host.WriteAsync(Groups);

    // Numbers of two digits sort like the words of the enumerations. Unknown months and sessions come last.
    private static string Text(VideoMeasure group, VideoMeasureKey key) => key switch
    {
        VideoMeasureKey.Platform => ((int?)group.Platform)?.ToString("00", CultureInfo.InvariantCulture) ?? "",
        VideoMeasureKey.Session => group.Session is { } session ? ((int)session.Platform).ToString("00", CultureInfo.InvariantCulture) + session : "\uFFFF",
        VideoMeasureKey.State => ((int?)group.State)?.ToString("00", CultureInfo.InvariantCulture) ?? "",
        _ => group.Month ?? "\uFFFF",
    };

    private VideoMeasure GroupOf(PlatformVideo video)
    {
        Platform? platform = keys.Contains(VideoMeasureKey.Platform) ? video.Platform : null;
        var session = keys.Contains(VideoMeasureKey.Session) ? video.Session : null;
        VideoState? state = keys.Contains(VideoMeasureKey.State) ? video.State : null;
        var month = keys.Contains(VideoMeasureKey.Month) ? video.CreatedAt?.ToString("yyyy-MM", CultureInfo.InvariantCulture) : null;
        var key = (platform, session?.ToString(), state, month);
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups.Add(key, group = new() { Platform = platform, Session = session, State = state, Month = month });
        }

        return group;
    }

    private static void Add(PlatformVideo video, VideoMeasure group)
    {
        group.Count++;
        if (video.Duration is { } duration)
        {
            group.TotalDuration = duration > TimeSpan.MaxValue - group.TotalDuration ? TimeSpan.MaxValue : group.TotalDuration + duration;
        }
        else
        {
            group.UnknownDuration++;
        }

        if ((video as QushipinVideo)?.Size is { } size and >= 0)
        {
            group.TotalSize = size > long.MaxValue - group.TotalSize ? long.MaxValue : group.TotalSize + size;
        }
        else
        {
            group.UnknownSize++;
        }

        if ((video as PolyvVideo)?.PlayCount is { } playCount and >= 0)
        {
            var total = group.TotalPlayCount ?? 0;
            group.TotalPlayCount = playCount > long.MaxValue - total ? long.MaxValue : total + playCount;
        }

        group.Oldest = video.CreatedAt < group.Oldest || group.Oldest is null ? video.CreatedAt ?? group.Oldest : group.Oldest;
        group.Newest = video.CreatedAt > group.Newest || group.Newest is null ? video.CreatedAt ?? group.Newest : group.Newest;
    }
}
