using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Restores a video from its properties.</summary>
internal static class ChanjingVideoReader
{
    /// <summary>Restores a video.</summary>
    public static ChanjingVideo Read(PropertyReader properties) =>
        new(
            new()
            {
                Id = properties.Text(nameof(ChanjingVideo.Id)),
                Status = properties.Text(nameof(ChanjingVideo.StatusCode)),
                Progress = properties.Number(nameof(ChanjingVideo.Progress)),
                Msg = properties.Text(nameof(ChanjingVideo.Message)),
                VideoUrl = properties.Text(nameof(ChanjingVideo.Url)),
                SubtitleDataUrl = properties.Text(nameof(ChanjingVideo.SubtitleDataUrl)),
                CreateTime = properties.Time(nameof(ChanjingVideo.CreatedAt))?.ToUnixTimeSeconds(),
                PreviewUrl = properties.Text(nameof(ChanjingVideo.CoverUrl)),
                Duration = properties.Span(nameof(ChanjingVideo.Duration))?.TotalSeconds,
                Unlisted = properties.AdditionalData(),
            },
            SessionReader.Of(properties, Platform.Chanjing));
}
