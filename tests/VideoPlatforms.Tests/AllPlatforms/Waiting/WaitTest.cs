using VideoPlatforms.AllPlatforms.Waiting;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Log;

namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>A test of Wait-PlatformVideo with a session for each platform.</summary>
public abstract class WaitTest : PlatformTest
{
    private protected WaitTest(int videoCount)
        : base(videoCount)
    {
    }

    private protected SessionStore Store { get; } = new();

    private protected ManualClock Clock { get; } = new();

    private protected async Task<VideoPlatformSession> ConnectAsync(Platform platform, string name = "default", Action<ConnectionOptions>? configure = null) =>
        await SessionLifecycle.OpenAsync(ClientOf(platform, configure ?? (options => options.MaximumRetryCount = 0)), name, Store, SilentObserver.Instance, default);

    /// <summary>Lists the videos of a platform, as a pipeline would pass them.</summary>
    private protected async Task<List<PlatformVideo>> VideosAsync(Platform platform)
    {
        var videos = await ReadAnyAsync(Store.Default(platform).Client);
        Host.Objects.Clear();
        Sandbox.Requests.Clear();
        return videos;
    }

    private protected Task WaitAsync(IEnumerable<object?> videos, WaitOptions? options = null, CancellationToken cancellationToken = default) =>
        VideoWaiter.RunAsync(videos.Select(VideoReference.Read), Store, options ?? Options(), Host, cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);

    /// <summary>An hour by the manual clock, unless specified otherwise.</summary>
    private protected WaitOptions Options(
        VideoState[]? states = null, VideoState[]? failOn = null, double timeout = 3600, double? min = null, double? max = null, bool any = false) =>
        WaitOptions.Create(states, failOn, TimeSpan.FromSeconds(timeout), Span(min), Span(max), any, Clock);

    private protected List<string?> Settled => [.. Host.Written<PlatformVideo>().Select(video => video.Id)];

    /// <summary>The requests of each look: those before the first delay, those between the first and the second, and so on.</summary>
    private protected List<List<RequestRecord>> Looks { get; } = [];

    /// <summary>Records the requests of each look, and calls an action after it.</summary>
    private protected void AfterEachLook(Action<int> action) => Clock.During = (number, _) =>
    {
        Looks.Add([.. Sandbox.Requests]);
        Sandbox.Requests.Clear();
        action(number);
    };

    private static TimeSpan? Span(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
}
