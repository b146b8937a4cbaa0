using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Which videos are wanted: the parameters of getVideos and getRecommendVideos. Filters match exactly; what is null is not sent.</summary>
public sealed class QushipinVideoFilter
{
    /// <summary>The video's id (<c>videoId</c>).</summary>
    public string? VideoId { get; set; }

    /// <summary>The uploader's id (<c>userId</c>).</summary>
    public string? UserId { get; set; }

    /// <summary>The uploader's name (<c>userName</c>).</summary>
    public string? UserName { get; set; }

    /// <summary>The whole title (<c>title</c>).</summary>
    public string? Title { get; set; }

    /// <summary>Created at this time or later (<c>startTime</c>); sent in the session's time zone.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Created at this time or earlier (<c>endTime</c>); sent in the session's time zone.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The review (<c>censorStatus</c>): onCensor, success or fail.</summary>
    public string? CensorStatus { get; set; }

    /// <summary>Returns the parameters of the call.</summary>
    /// <param name="timeZone">The time zone of the server.</param>
    internal ApiParameters ToParameters(TimeZoneInfo timeZone) => new()
    {
        { "videoId", VideoId },
        { "userId", UserId },
        { "title", Title },
        { "startTime", QushipinTime.Write(StartTime, timeZone) },
        { "endTime", QushipinTime.Write(EndTime, timeZone) },
        { "userName", UserName },
        { "censorStatus", CensorStatus },
    };
}
