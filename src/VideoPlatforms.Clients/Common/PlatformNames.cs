namespace VideoPlatforms.Clients.Common;

/// <summary>Finds platforms by what text says of them.</summary>
internal static class PlatformNames
{
    private static readonly Platform[] All = (Platform[])Enum.GetValues(typeof(Platform));

    /// <summary>The platform of this name or number; null if there is none.</summary>
    public static Platform? Find(string text) =>
        Enum.TryParse<Platform>(text.Trim(), ignoreCase: true, out var platform) && All.Contains(platform) ? platform : null;

    /// <summary>The platform whose videos are of this class; null if there is none.</summary>
    /// <param name="className">The full name of a class.</param>
    public static Platform? OfClass(string className) => className switch
    {
        "VideoPlatforms." + nameof(PolyvVideo) => Platform.Polyv,
        "VideoPlatforms." + nameof(PolyvLivePlayback) => Platform.PolyvLive,
        "VideoPlatforms." + nameof(ChanjingVideo) => Platform.Chanjing,
        "VideoPlatforms." + nameof(QushipinVideo) => Platform.Qushipin,
        "VideoPlatforms." + nameof(DigitalPersonWork) => Platform.DigitalPerson,
        _ => null,
    };
}
