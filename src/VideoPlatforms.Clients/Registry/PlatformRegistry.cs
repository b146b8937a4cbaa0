using VideoPlatforms.Clients.Chanjing;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Clients.Platforms;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Clients.Registry;

/// <summary>Contains the descriptions of all platforms.</summary>
internal static class PlatformRegistry
{
    /// <summary>All platforms, in the order of <see cref="Platform"/>.</summary>
    public static readonly IReadOnlyList<PlatformDescription> All =
    [
        PolyvPlatform.Description,
        PolyvLivePlatform.Description,
        ChanjingPlatform.Description,
        QushipinPlatform.Description,
        DigitalPersonPlatform.Description,
    ];

    /// <summary>Returns the description of a platform.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The platform is not registered.</exception>
    public static PlatformDescription Of(Platform platform) =>
        All.FirstOrDefault(description => description.Platform == platform) ?? throw new ArgumentOutOfRangeException(nameof(platform), platform, null);

    /// <summary>Finds a platform by its name or number; null if there is none.</summary>
    public static Platform? Find(string text) =>
        EnumText.Parse<Platform>(text) is { } platform && All.Any(description => description.Platform == platform) ? platform : null;

    /// <summary>Finds a platform by the full name of the class of its videos; null if there is none.</summary>
    public static PlatformDescription? OfVideoType(string typeName) => All.FirstOrDefault(description => description.VideoType.FullName == typeName);
}
