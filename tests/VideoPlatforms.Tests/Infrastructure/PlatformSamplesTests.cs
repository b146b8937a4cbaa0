using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Every list of platforms contains every platform, so that no test over all platforms leaves one out.</summary>
public sealed class PlatformSamplesTests : PlatformTest
{
    [Fact]
    public void Every_list_of_platforms_contains_all_platforms_in_the_same_order()
    {
        var all = Enum.GetValues<Platform>();

        Assert.Equal(all, PlatformRegistry.All.Select(description => description.Platform));
        Assert.Equal(all, SupportedPlatforms.All.Select(support => support.Platform));
        Assert.Equal(all, PlatformSamples.All.Select(sample => sample.Platform));
        Assert.Equal(all.Select(platform => platform.ToString()), Sandbox.Platforms.Select(platform => platform.Platform));
        Assert.All(SupportedPlatforms.All, support => Assert.Equal(support.Platform.ToString(), support.SandboxOf(Sandbox).Platform));
    }

    [Fact]
    public void Missing_sample_is_an_error_that_names_the_platform() =>
        Assert.Contains("99", Assert.Throws<InvalidOperationException>(() => PlatformSamples.Of((Platform)99)).Message, StringComparison.Ordinal);
}
