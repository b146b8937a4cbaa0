namespace VideoPlatforms.Sandbox;

/// <summary>What both lists can be searched for, and which page is asked for.</summary>
internal sealed class QushipinSearch
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private readonly SandboxRequest request;
    private readonly DateTimeOffset? start;
    private readonly DateTimeOffset? end;
    private readonly int index;
    private readonly int size;

    private QushipinSearch(SandboxRequest request, DateTimeOffset? start, DateTimeOffset? end, int index, int size)
    {
        this.request = request;
        this.start = start;
        this.end = end;
        this.index = index;
        this.size = size;
    }

    /// <summary>Null when a time can't be read or a page's number or size is missing: both are required in practice.</summary>
    public static QushipinSearch? Read(SandboxRequest request, int pageSizeLimit)
        => TryReadTime(request, "startTime", out var start) && TryReadTime(request, "endTime", out var end)
            && request.Number("pageIndex") is { } index and > 0 && request.Number("pageSize") is { } size and > 0
            ? new(request, start, end, index, Math.Min(size, pageSizeLimit))
            : null;

    public Page<QushipinSandboxVideo> In(IEnumerable<QushipinSandboxVideo> videos)
    {
        var found = videos.Where(IsMeant).ToArray();
        return new(found, found, index, size, request.Fault);
    }

    private static bool TryReadTime(SandboxRequest request, string name, out DateTimeOffset? time)
    {
        time = ChinaTime.Parse(request.Value(name), TimeFormat);
        return time is not null || request.Value(name).Length == 0;
    }

    private bool IsMeant(QushipinSandboxVideo video)
        => Fits("videoId", video.VideoId)
            && Fits("userId", video.UserId)
            && Fits("userName", video.UserName)
            && Fits("title", video.Title)
            && Fits("censorStatus", video.CensorStatus)
            && (start is null || video.CreationTime >= start)
            && (end is null || video.CreationTime <= end);

    /// <summary>Every text matches exactly.</summary>
    private bool Fits(string name, string value) => request.Value(name) is var asked && (asked.Length == 0 || asked == value);
}
