using System.Reflection;
using VideoPlatforms.AllPlatforms;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms;

/// <summary>The behavior of Get-PlatformVideo.</summary>
public sealed class MultiPlatformListerTests : PlatformTest
{
    private const int VideosPerPlatform = 300;

    private static readonly int Total = VideosPerPlatform * PlatformRegistry.All.Count;

    private readonly SessionStore _store = new();

    public MultiPlatformListerTests()
        : base(VideosPerPlatform)
    {
    }

    /// <summary>Each platform as the slow one, and none.</summary>
    public static TheoryData<Platform?> SlowPlatforms => [null, .. PlatformRegistry.All.Select(description => (Platform?)description.Platform)];

    public static TheoryData<long, long> Parts => new()
    {
        { 1, 0 },
        { 700, 0 },
        { 700, 650 },
        { 10_000, Total - 5 },
        { 10, Total },
        { 0, 0 },
    };

    [Fact]
    public void All_classes_start_with_the_same_nine_properties()
    {
        var classes = typeof(PlatformVideo).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlatformVideo))).ToList();

        Assert.Equal(PlatformRegistry.All.Count, classes.Count);
        Assert.All(classes, type => Assert.Equal(
            ["Platform", "Id", "Title", "State", "CreatedAt", "Duration", "Url", "CoverUrl", "Session"],
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Take(9).Select(property => property.Name)));
    }

    [Fact]
    public async Task Every_video_of_every_platform_is_returned_exactly_once()
    {
        await ConnectAsync();

        var videos = await ListAsync();

        Assert.Equal(Total, videos.Count);
        foreach (var platform in PlatformRegistry.All.Select(description => description.Platform))
        {
            Assert.Equal(IdsOf(platform), videos.Where(video => video.Platform == platform).Select(video => video.Id));
        }

        Assert.All(videos, video => Assert.Equal(video.Platform, video.Session!.Platform));
        Assert.Empty(Host.Errors);
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [MemberData(nameof(SlowPlatforms))]
    public async Task First_item_belongs_to_the_first_platform(Platform? slow)
    {
        await ConnectAsync();
        if (slow is { } platform)
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = ListCallOf(platform), Delay = TimeSpan.FromMilliseconds(500) });
        }

        Assert.Equal(PlatformRegistry.All[0].Platform, (await ListAsync())[0].Platform);
    }

    [Fact]
    public async Task First_item_belongs_to_the_next_platform_if_the_first_one_fails()
    {
        await ConnectAsync();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = ListCallOf(PlatformRegistry.All[0].Platform), Delay = TimeSpan.FromMilliseconds(300), Times = int.MaxValue });

        var videos = await ListAsync();

        Assert.Equal(Total - VideosPerPlatform, videos.Count);
        Assert.Equal(PlatformRegistry.All[1].Platform, videos[0].Platform);
    }

    [Fact]
    public async Task Platforms_are_listed_concurrently()
    {
        await ConnectAsync();

        // The response of the first platform is delayed until all other platforms have received a request.
        using var asked = new CountdownEvent(PlatformRegistry.All.Count - 1);
        foreach (var platform in PlatformRegistry.All.Skip(1).Select(description => description.Platform))
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = ListCallOf(platform), Before = () => asked.Signal() });
        }

        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = ListCallOf(PlatformRegistry.All[0].Platform), Before = () => Assert.True(asked.Wait(TimeSpan.FromSeconds(10))) });

        Assert.Equal(Total, (await ListAsync()).Count);
        Assert.Equal(0, asked.CurrentCount);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Failed_platform_is_reported_and_the_others_are_listed(Platform platform)
    {
        await ConnectAsync();
        Response(ListCallOf(platform), PlatformSamples.Of(platform).Rejection, int.MaxValue);

        var videos = await ListAsync();

        Assert.Equal(Total - VideosPerPlatform, videos.Count);
        Assert.DoesNotContain(videos, video => video.Platform == platform);
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal($"{platform}.{PlatformSamples.Of(platform).RejectionReason}", failure.ErrorId);
        Assert.Same(_store.Named(platform, "default"), target);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Error_of_an_interrupted_platform_contains_the_item_count(Platform platform)
    {
        await ConnectAsync();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = ListCallOf(platform), Skip = 2, Times = int.MaxValue });

        var videos = await ListAsync(new() { PageSize = 50, ThrottleLimit = 1 });

        Assert.Equal(Total - 200, videos.Count);
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
        Assert.Contains($"100 items of {platform}/default", failure.Message, StringComparison.Ordinal);
        Assert.Same(_store.Named(platform, "default"), target);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task First_and_skip_apply_to_all_platforms_together(long first, long skip)
    {
        await ConnectAsync();

        var videos = await ListAsync(new() { First = first, Skip = skip });

        Assert.Equal(Math.Min(first, Math.Max(0, Total - skip)), videos.Count);
        Assert.Equal(videos.Distinct(), videos);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Skip_without_first_skips_that_many_items()
    {
        await ConnectAsync();

        Assert.Equal(250, (await ListAsync(new() { Skip = Total - 250 })).Count);
    }

    [Fact]
    public async Task First_limits_the_requests_to_every_platform()
    {
        await ConnectAsync();
        Sandbox.Requests.Clear();

        await ListAsync(new() { First = 3, PageSize = 10 });

        Assert.InRange(Sandbox.Requests.Count, 1, 2 * PlatformRegistry.All.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(5L)]
    public async Task Sum_of_all_totals_is_written_before_the_items(long? first)
    {
        await ConnectAsync();

        await ListAsync(new() { First = first, IncludeTotalCount = true });

        Assert.Equal(((long)Total, 0), Assert.Single(Host.Totals));
        Assert.Equal(first ?? Total, Host.Objects.Count);
    }

    [Fact]
    public async Task Failed_platform_does_not_prevent_the_total()
    {
        await ConnectAsync();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Path = ListCallOf(Platform.DigitalPerson), Times = int.MaxValue });

        await ListAsync(new() { IncludeTotalCount = true });

        Assert.Equal(((long)Total - VideosPerPlatform, 0), Assert.Single(Host.Totals));
        Assert.Single(Host.Errors);
    }

    [Fact]
    public async Task Total_is_unknown_if_a_platform_reports_none()
    {
        await ConnectAsync();
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Path = "workList",
            Body = """{"code":200,"data":{"content":[{"digitalPersonWorksId":1}]},"requestId":"r","resultMsg":""}""",
            Times = int.MaxValue,
        });

        await ListAsync(new() { First = 0, IncludeTotalCount = true });

        Assert.Equal((null, 0), Assert.Single(Host.Totals));
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Several_accounts_of_one_platform_are_listed()
    {
        using var other = SandboxServer.Start(new() { VideoCount = 20 });
        await ConnectAsync();
        var second = Keep(new VideoPlatforms.Clients.Polyv.PolyvClient(other.Polyv.UserId, Secure(other.Polyv.GetSecretKey()), Options(other.Polyv.BaseUri, null)));
        await SessionLifecycle.OpenAsync(second, "second", _store, Host, default);

        var videos = await ListAsync(sessions: _store.Open(null, [Platform.Polyv]));

        Assert.Equal(320, videos.Count);
        Assert.Equal(20, videos.Count(video => video.Session!.Name == "second"));
    }

    [Fact]
    public async Task Platform_without_a_session_is_rejected_before_a_request_is_sent()
    {
        var session = await SessionLifecycle.OpenAsync(Polyv(), "default", _store, Host, default);

        var failure = Assert.Throws<PlatformException>(() => _store.Open(null, [Platform.Polyv, Platform.Chanjing]));

        Assert.Equal(("Chanjing.NotConnected", true), (failure.ErrorId, failure.EndsPipeline));
        Assert.Contains("Connect-Chanjing", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Same(session, Assert.Single(_store.Open(null, [Platform.Polyv])));
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public void Missing_sessions_are_an_error()
    {
        var failure = Assert.Throws<CommandException>(() => _store.Open(null, null));

        Assert.Equal("VideoPlatforms.NotConnected", failure.ErrorId);
    }

    [Fact]
    public async Task Cancellation_ends_all_platforms()
    {
        await ConnectAsync();
        using var stopping = new CancellationTokenSource();
        Host.BeforeWrite = () => stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => MultiPlatformLister.RunAsync(_store.All, new() { PageSize = 10 }, Host, stopping.Token).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Progress_has_a_line_for_each_session()
    {
        await ConnectAsync();

        await MultiPlatformLister.RunAsync(_store.All, new() { PageSize = 100 }, Host, () => TimeSpan.FromSeconds(2), default).WaitAsync(TimeSpan.FromSeconds(20));

        var lines = Host.Progress.GroupBy(progress => progress.Id).OrderBy(line => line.Key).ToList();
        Assert.Equal(_store.All.Select(session => $"{session.Platform}/default"), lines.Select(line => Assert.Single(line.Select(progress => progress.Activity).Distinct())));
        Assert.All(lines, line =>
        {
            Assert.StartsWith("1 of 300 items, page 1 of ", line.First().Status, StringComparison.Ordinal);
            Assert.Equal(line.Count() - 1, line.Select(progress => progress.IsCompleted).ToList().IndexOf(true));
        });
    }

    private async Task ConnectAsync()
    {
        foreach (var platform in PlatformRegistry.All.Select(description => description.Platform))
        {
            await SessionLifecycle.OpenAsync(ClientOf(platform), "default", _store, SilentObserver.Instance, default);
        }
    }

    private async Task<List<PlatformVideo>> ListAsync(ListOptions? options = null, IReadOnlyList<VideoPlatformSession>? sessions = null)
    {
        await MultiPlatformLister.RunAsync(sessions ?? _store.All, options ?? new(), Host, default).WaitAsync(TimeSpan.FromSeconds(20));
        return [.. Host.Written<PlatformVideo>()];
    }
}
