using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Restores a playback from its properties.</summary>
internal static class PolyvLivePlaybackReader
{
    /// <summary>Restores a playback.</summary>
    public static PolyvLivePlayback Read(PropertyReader properties) =>
        new(
            new()
            {
                VideoId = properties.Text(nameof(PolyvLivePlayback.Id)),
                VideoPoolId = properties.Text(nameof(PolyvLivePlayback.VideoPoolId)),
                UserId = properties.Text(nameof(PolyvLivePlayback.UserId)),
                ChannelId = properties.Text(nameof(PolyvLivePlayback.ChannelId)),
                Title = properties.Text(nameof(PolyvLivePlayback.Title)),
                FirstImage = properties.Text(nameof(PolyvLivePlayback.CoverUrl)),
                Duration = properties.Span(nameof(PolyvLivePlayback.Duration)) is { } duration
                    ? string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:mm\\:ss}", Math.Floor(duration.TotalHours), duration)
                    : null,
                MyBr = properties.Text(nameof(PolyvLivePlayback.Bitrate)),
                Qid = properties.Text(nameof(PolyvLivePlayback.Qid)),
                Seed = properties.Flag(nameof(PolyvLivePlayback.Encrypted)) is { } encrypted ? (encrypted ? 1 : 0) : null,
                OrderTime = properties.Whole(nameof(PolyvLivePlayback.OrderTime)),
                CreatedTime = properties.Time(nameof(PolyvLivePlayback.CreatedAt))?.ToUnixTimeMilliseconds(),
                LastModified = properties.Time(nameof(PolyvLivePlayback.LastModified))?.ToUnixTimeMilliseconds(),
                Rank = properties.Whole(nameof(PolyvLivePlayback.Rank)),
                AsDefault = properties.Flag(nameof(PolyvLivePlayback.IsDefault)) is { } isDefault ? (isDefault ? "Y" : "N") : null,
                Url = properties.Text(nameof(PolyvLivePlayback.Url)),
                ChannelSessionId = properties.Text(nameof(PolyvLivePlayback.ChannelSessionId)),
                Status = properties.Text(nameof(PolyvLivePlayback.Status)),
                FileId = properties.Text(nameof(PolyvLivePlayback.FileId)),
                StartTime = properties.Time(nameof(PolyvLivePlayback.StartTime))?.ToOffset(ValueParser.ChinaOffset).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
                LiveType = properties.Text(nameof(PolyvLivePlayback.LiveType)),
                ErrorCount = properties.Whole(nameof(PolyvLivePlayback.ErrorCount)),
                MergeInfo = properties.List(nameof(PolyvLivePlayback.MergeInfo)) is { } parts ? Json(parts) : null,
                WatchUrl = properties.Text(nameof(PolyvLivePlayback.WatchUrl)),
                Width = properties.Whole(nameof(PolyvLivePlayback.Width)),
                Height = properties.Whole(nameof(PolyvLivePlayback.Height)),
                Origin = properties.Text(nameof(PolyvLivePlayback.Origin)),
                CallbackUrl = properties.Text(nameof(PolyvLivePlayback.CallbackUrl)),
                Language = properties.Text(nameof(PolyvLivePlayback.Language)),
                EnglishVideoId = properties.Text(nameof(PolyvLivePlayback.EnglishVideoId)),
                FileUrl = properties.Text(nameof(PolyvLivePlayback.FileUrl)),
                EnglishFileUrl = properties.Text(nameof(PolyvLivePlayback.EnglishFileUrl)),
                Unlisted = properties.AdditionalData(),
            },
            SessionReader.Of(properties, Platform.PolyvLive));

    private static string Json(TextList parts) => "[" + string.Join(",", parts.Select(part => $"\"{JsonEncodedText.Encode(part)}\"")) + "]";
}
