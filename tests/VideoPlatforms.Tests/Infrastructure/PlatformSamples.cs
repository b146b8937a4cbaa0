using VideoPlatforms.Tests.Chanjing;
using VideoPlatforms.Tests.DigitalPerson;
using VideoPlatforms.Tests.Polyv;
using VideoPlatforms.Tests.PolyvLive;
using VideoPlatforms.Tests.Qushipin;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>The samples of all platforms.</summary>
internal static class PlatformSamples
{
    /// <summary>All samples, in the order of <see cref="Platform"/>.</summary>
    public static IReadOnlyList<PlatformSample> All { get; } =
        [PolyvSample.Instance, PolyvLiveSample.Instance, ChanjingSample.Instance, QushipinSample.Instance, DigitalPersonSample.Instance];

    /// <summary>Returns the sample of a platform.</summary>
    /// <exception cref="InvalidOperationException">The platform has no sample.</exception>
    public static PlatformSample Of(Platform platform) =>
        All.FirstOrDefault(sample => sample.Platform == platform) ?? throw new InvalidOperationException($"PlatformSamples.All contains no sample of {platform}.");
}
