using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Restores a video from its properties.</summary>
internal static class PolyvVideoReader
{
    /// <summary>Restores a video.</summary>
    public static PolyvVideo Read(PropertyReader properties) =>
        new(
            new()
            {
                Vid = properties.Text(nameof(PolyvVideo.Id)),
                CategoryId = properties.Whole(nameof(PolyvVideo.CategoryId)),
                Title = properties.Text(nameof(PolyvVideo.Title)),
                Context = properties.Text(nameof(PolyvVideo.Description)),
                Times = properties.Whole(nameof(PolyvVideo.PlayCount)),
                FirstImage = properties.Text(nameof(PolyvVideo.CoverUrl)),
                Tag = properties.List(nameof(PolyvVideo.Tags)) is { } tags ? string.Join(",", tags) : null,
                AacLink = properties.Text(nameof(PolyvVideo.AudioUrl)),
                Status = properties.Text(nameof(PolyvVideo.StatusCode)),
                UploaderEmail = properties.Text(nameof(PolyvVideo.UploaderEmail)),
                Ptime = properties.Time(nameof(PolyvVideo.CreatedAt))?.ToUnixTimeMilliseconds(),
                Unlisted = properties.AdditionalData(),
            },
            SessionReader.Of(properties, Platform.Polyv));
}
