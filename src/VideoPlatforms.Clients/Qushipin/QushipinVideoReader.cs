using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Restores a video from its properties.</summary>
internal static class QushipinVideoReader
{
    /// <summary>Restores a video.</summary>
    public static QushipinVideo Read(PropertyReader properties)
    {
        var createdAt = properties.Time(nameof(QushipinVideo.CreatedAt));
        return new(
            new()
            {
                Id = properties.Text(nameof(QushipinVideo.RecordId)),
                VideoId = properties.Text(nameof(QushipinVideo.Id)),
                Title = properties.Text(nameof(QushipinVideo.Title)),
                Description = properties.Text(nameof(QushipinVideo.Description)),
                Duration = properties.Span(nameof(QushipinVideo.Duration))?.TotalSeconds,
                CoverUrl = properties.Text(nameof(QushipinVideo.CoverUrl)),
                CreationTime = createdAt?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                Status = properties.Text(nameof(QushipinVideo.Status)),
                FirstFrameUrl = properties.Text(nameof(QushipinVideo.FirstFrameUrl)),
                Size = properties.Whole(nameof(QushipinVideo.Size)),
                CateId = properties.Text(nameof(QushipinVideo.CategoryId)),
                CateName = properties.Text(nameof(QushipinVideo.CategoryName)),
                Tags = properties.List(nameof(QushipinVideo.Tags)) is { } tags ? string.Join(",", tags) : null,
                ShareUrl = properties.Text(nameof(QushipinVideo.ShareUrl)),
                User = new()
                {
                    UserId = properties.Text(nameof(QushipinVideo.UserId)),
                    UserName = properties.Text(nameof(QushipinVideo.UserName)),
                    AvatarUrl = properties.Text(nameof(QushipinVideo.AvatarUrl)),
                },
                TranscodeStatus = properties.Text(nameof(QushipinVideo.TranscodeStatus)),
                SnapshotStatus = properties.Text(nameof(QushipinVideo.SnapshotStatus)),
                CensorStatus = properties.Text(nameof(QushipinVideo.CensorStatus)),
                NarrowTranscodeStatus = properties.Text(nameof(QushipinVideo.NarrowbandTranscodeStatus)),
                SnapshotList = properties.List(nameof(QushipinVideo.SnapshotUrls)),
                FileUrlList = properties.List(nameof(QushipinVideo.FileUrls)),
                Unlisted = properties.AdditionalData(),
            },
            TimeZoneOf(createdAt),
            SessionReader.Of(properties, Platform.Qushipin));
    }

    // The saved time includes its offset; the time zone of the server is unknown.
    private static TimeZoneInfo TimeZoneOf(DateTimeOffset? time) =>
        time is null || time.Value.Offset == ValueParser.ChinaOffset
            ? QushipinTime.China
            : TimeZoneInfo.CreateCustomTimeZone("Saved", time.Value.Offset, "Saved", "Saved");
}
