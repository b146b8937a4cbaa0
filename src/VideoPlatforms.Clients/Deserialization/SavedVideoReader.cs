using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Restores a saved video.</summary>
internal static class SavedVideoReader
{
    /// <summary>Restores a saved video. Returns null if platform, ID, path, length or hash is missing.</summary>
    public static SavedVideo? Read(PropertyReader properties) =>
        properties.Word<Platform>(nameof(SavedVideo.Platform)) is { } platform
        && properties.Text(nameof(SavedVideo.Id)) is { } id
        && properties.Text(nameof(SavedVideo.Path)) is { } path
        && properties.Whole(nameof(SavedVideo.Length)) is { } length
        && properties.Text(nameof(SavedVideo.Sha256)) is { } sha256
            ? new(platform, id, path, length, sha256)
            {
                Title = properties.Text(nameof(SavedVideo.Title)),
                ContentType = properties.Text(nameof(SavedVideo.ContentType)),
                Resumed = properties.Flag(nameof(SavedVideo.Resumed)) ?? false,
                SavedAt = properties.Time(nameof(SavedVideo.SavedAt)) ?? default,
                UserId = properties.Text(nameof(SavedVideo.UserId)),
                Session = SessionReader.Of(properties, platform),
            }
            : null;
}
