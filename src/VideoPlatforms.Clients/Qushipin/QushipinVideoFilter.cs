using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>
/// Specifies which videos are returned: the parameters of getVideos and getRecommendVideos. Values are matched exactly. Parameters
/// with the value null are not sent.
/// </summary>
public sealed class QushipinVideoFilter
{
    /// <summary>Gets or sets the ID of the video (<c>videoId</c>).</summary>
    public string? VideoId { get; set; }

    /// <summary>Gets or sets the user ID of the uploader (<c>userId</c>).</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the user name of the uploader (<c>userName</c>).</summary>
    public string? UserName { get; set; }

    /// <summary>Gets or sets the complete title (<c>title</c>).</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the earliest creation time (<c>startTime</c>), sent in the time zone of the session.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Gets or sets the latest creation time (<c>endTime</c>), sent in the time zone of the session.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Gets or sets the review status (<c>censorStatus</c>): onCensor, success or fail.</summary>
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
