using VideoPlatforms.Chanjing;
using VideoPlatforms.Common.Platforms;
using VideoPlatforms.DigitalPerson;
using VideoPlatforms.Polyv;
using VideoPlatforms.PolyvLive;
using VideoPlatforms.Qushipin;

namespace VideoPlatforms.AllPlatforms;

/// <summary>All platforms that the module supports.</summary>
internal static class SupportedPlatforms
{
    /// <summary>All platforms, in the order of <see cref="Platform"/>.</summary>
    public static readonly IReadOnlyList<PlatformSupport> All =
        [PolyvSupport.Instance, PolyvLiveSupport.Instance, ChanjingSupport.Instance, QushipinSupport.Instance, DigitalPersonSupport.Instance];

    /// <summary>Returns the support of a platform.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The module does not support the platform.</exception>
    public static PlatformSupport Of(Platform platform) =>
        All.FirstOrDefault(support => support.Platform == platform) ?? throw new ArgumentOutOfRangeException(nameof(platform), platform, null);
}
