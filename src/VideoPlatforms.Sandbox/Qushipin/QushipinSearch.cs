using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Qushipin;

/// <summary>Represents the filters of both lists and the requested page.</summary>
internal sealed class QushipinSearch
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] Filters = ["videoId", "userId", "userName", "title", "censorStatus"];

    private readonly SandboxRequest _request;
    private readonly DateTimeOffset? _start;
    private readonly DateTimeOffset? _end;
    private readonly int _index;
    private readonly int _size;

    private QushipinSearch(SandboxRequest request, DateTimeOffset? start, DateTimeOffset? end, int index, int size)
    {
        _request = request;
        _start = start;
        _end = end;
        _index = index;
        _size = size;
    }

    /// <summary>
    /// Reads the filters and the page. Returns null if a time is invalid or the page number or size is missing; the real server
    /// requires both.
    /// </summary>
    public static QushipinSearch? Read(SandboxRequest request, int pageSizeLimit)
        => TryReadTime(request, "startTime", out var start) && TryReadTime(request, "endTime", out var end)
            && request.Number("pageIndex") is { } index and > 0 && request.Number("pageSize") is { } size and > 0
            ? new(request, start, end, index, Math.Min(size, pageSizeLimit))
            : null;

    public Page<QushipinSandboxVideo> In(IEnumerable<QushipinSandboxVideo> videos)
    {
        var found = HasFilter ? videos.Where(IsMeant).ToArray() : videos as IReadOnlyList<QushipinSandboxVideo> ?? videos.ToArray();
        return new(found, found, _index, _size, _request.Fault);
    }

    private bool HasFilter => _start is not null || _end is not null || Filters.Any(name => _request.Value(name).Length > 0);

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
            && (_start is null || video.CreationTime >= _start)
            && (_end is null || video.CreationTime <= _end);

    /// <summary>Returns whether a value matches the filter exactly.</summary>
    private bool Fits(string name, string value) => _request.Value(name) is var asked && (asked.Length == 0 || asked == value);
}
