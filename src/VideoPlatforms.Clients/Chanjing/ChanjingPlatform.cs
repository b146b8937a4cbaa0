using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Describes Chanjing.</summary>
internal static class ChanjingPlatform
{
    /// <summary>The description.</summary>
    public static readonly PlatformDescription Description = new(
        Platform.Chanjing,
        "000",
        typeof(ChanjingVideo),
        typeof(ChanjingVideoRecord),
        ChanjingVideoReader.Read,
        typeof(ChanjingErrors),
        ChanjingErrors.Table,
        ["page", "page_size", "id", "app_id"])
    {
        PublicAddress = new("https://www.chanjing.cc/api"),

        // As the vendor's own SDK; a higher rate leads to error 40001.
        DefaultRequestsPerSecond = 1,
    };
}
