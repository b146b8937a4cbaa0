using VideoPlatforms.Clients.Platforms;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Describes Polyv VOD.</summary>
internal static class PolyvPlatform
{
    /// <summary>The description.</summary>
    public static readonly PlatformDescription Description = new(
        Platform.Polyv,
        "001",
        typeof(PolyvVideo),
        typeof(PolyvVideoRecord),
        PolyvVideoReader.Read,
        typeof(PolyvErrors),
        PolyvErrors.Table,
        ["email", "orderType", "cataid", "containSubCata", "published", "page", "pageSize"])
    {
        PublicAddress = new("https://api.polyv.net"),
        MaxClockDifference = TimeSpan.FromMinutes(3),

        // The platform blocks an address for five minutes after 1500 requests in 10 s.
        DefaultRequestsPerSecond = 100,
    };
}
