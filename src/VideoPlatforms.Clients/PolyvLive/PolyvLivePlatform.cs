using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Describes Polyv Live.</summary>
internal static class PolyvLivePlatform
{
    /// <summary>The description.</summary>
    public static readonly PlatformDescription Description = new(
        Platform.PolyvLive,
        "002",
        typeof(PolyvLivePlayback),
        typeof(PolyvLivePlaybackRecord),
        PolyvLivePlaybackReader.Read,
        typeof(PolyvLiveErrors),
        PolyvLiveErrors.Table,
        ["page", "pageSize", "order", "listType"])
    {
        PublicAddress = new("https://api.polyv.net"),
        MaxClockDifference = TimeSpan.FromMinutes(3),
    };
}
