namespace VideoPlatforms.Sandbox;

/// <summary>What both lists can be searched for. Every text matches exactly.</summary>
internal static class QushipinFilter
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Whether a video is asked for; null when a time in the request can't be read.</summary>
    public static Func<QushipinSandboxVideo, bool>? From(SandboxRequest request)
    {
        var start = ChinaTime.Parse(request.Value("startTime"), TimeFormat);
        var end = ChinaTime.Parse(request.Value("endTime"), TimeFormat);
        if ((start is null && request.Value("startTime").Length > 0) || (end is null && request.Value("endTime").Length > 0))
        {
            return null;
        }

        return video => Fits("videoId", video.VideoId)
            && Fits("userId", video.UserId)
            && Fits("userName", video.UserName)
            && Fits("title", video.Title)
            && Fits("censorStatus", video.CensorStatus)
            && (start is null || video.CreationTime >= start)
            && (end is null || video.CreationTime <= end);

        bool Fits(string name, string value) => request.Value(name) is var asked && (asked.Length == 0 || asked == value);
    }
}
