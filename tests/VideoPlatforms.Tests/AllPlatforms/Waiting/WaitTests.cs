using System.Collections;
using VideoPlatforms.AllPlatforms.Waiting;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>The behavior of Wait-PlatformVideo.</summary>
public sealed class WaitTests : WaitTest
{
    public WaitTests()
        : base(60)
    {
    }

    public static TheoryData<Platform> Processing => [Platform.Polyv, Platform.Chanjing, Platform.Qushipin, Platform.DigitalPerson];

    [Theory]
    [MemberData(nameof(Processing))]
    public async Task Video_is_written_when_it_is_ready(Platform platform)
    {
        await ConnectAsync(platform);
        var video = await ProcessingAsync(platform);
        AfterEachLook(number => Complete(platform, number == 3 ? [video] : []));

        await WaitAsync([video]);

        var ready = Assert.IsAssignableFrom<PlatformVideo>(Assert.Single(Host.Objects));
        Assert.Equal((video.Id, VideoState.Ready, platform), (ready.Id, ready.State, ready.Platform));
        Assert.Same(Store.Default(platform), ready.Session);
        Assert.Equal(3, Clock.Delays.Count);
        Assert.Empty(Host.Errors);
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData(Platform.Chanjing, VideoState.Failed, "50 服务异常")]
    [InlineData(Platform.Qushipin, VideoState.Failed, "transcodeStatus fail")]
    [InlineData(Platform.DigitalPerson, VideoState.Failed, "FAIL")]
    [InlineData(Platform.Polyv, VideoState.Blocked, "51")]
    public async Task Failed_video_is_an_error_with_the_status_of_the_platform(Platform platform, VideoState state, string status)
    {
        await ConnectAsync(platform);
        var video = await ProcessingAsync(platform);
        AfterEachLook(_ => SandboxOf(platform).FailProcessing(video.Id!));

        await WaitAsync([video]);

        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal($"{platform}.WaitFailed", failure.ErrorId);
        Assert.Contains($"{state}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(status, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{video.Session}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(state, Assert.IsAssignableFrom<PlatformVideo>(target).State);
        Assert.Empty(Host.Objects);
    }

    [Theory]
    [MemberData(nameof(Processing))]
    public async Task Deleted_video_is_gone(Platform platform)
    {
        await ConnectAsync(platform);
        var video = await ProcessingAsync(platform);
        AfterEachLook(_ => SandboxOf(platform).Remove(video.Id!));

        await WaitAsync([video]);

        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal($"{platform}.WaitGone", failure.ErrorId);
        Assert.Same(video, target);
    }

    [Fact]
    public async Task Remaining_videos_time_out_at_one_deadline_for_all()
    {
        await ConnectAsync(Platform.Chanjing);
        await ConnectAsync(Platform.DigitalPerson);
        var videos = new[] { await ProcessingAsync(Platform.Chanjing), await ProcessingAsync(Platform.DigitalPerson) };

        await WaitAsync(videos, Options(timeout: 100));

        Assert.Equal(["Chanjing.WaitTimedOut", "DigitalPerson.WaitTimedOut"], Host.Errors.Select(error => error.Failure.ErrorId));
        Assert.Equal(videos, Host.Errors.Select(error => error.Target));
        Assert.All(Host.Errors, error => Assert.Contains("Processing", error.Failure.Message, StringComparison.Ordinal));
        Assert.InRange(Clock.Elapsed.TotalSeconds, 100, 201);
    }

    [Fact]
    public async Task Last_look_takes_place_just_before_the_deadline()
    {
        await ConnectAsync(Platform.Chanjing);
        var video = await ProcessingAsync(Platform.Chanjing);
        Clock.During = (_, delay) =>
        {
            if (Clock.Elapsed + delay > TimeSpan.FromSeconds(95))
            {
                Complete(Platform.Chanjing, [video]);
            }
        };

        await WaitAsync([video], Options(timeout: 100, min: 10, max: 90));

        Assert.Equal([video.Id], Settled);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 95, 100);
    }

    [Fact]
    public async Task Interval_grows_from_the_smallest_to_the_largest()
    {
        await ConnectAsync(Platform.Chanjing);
        var video = await ProcessingAsync(Platform.Chanjing);

        await WaitAsync([video], Options(timeout: 3600, min: 2, max: 30));

        Assert.Equal(2, Clock.Delays[0].TotalSeconds);
        Assert.All(Clock.Delays, delay => Assert.InRange(delay.TotalSeconds, 0, 30));
        Assert.All(Clock.Delays.Skip(6).SkipLast(2), delay => Assert.InRange(delay.TotalSeconds, 15, 30));
        Assert.True(Clock.Delays.Skip(6).SkipLast(2).Distinct().Count() > 5, "The delays have no jitter.");
    }

    [Fact]
    public async Task Specified_state_is_reached_and_is_not_a_failure()
    {
        await ConnectAsync(Platform.Chanjing);
        var videos = await VideosAsync(Platform.Chanjing);
        var failed = videos.First(video => video.State == VideoState.Failed);

        await WaitAsync([failed], Options([VideoState.Failed]));

        Assert.Equal([failed.Id], Settled);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Failed_video_is_awaited_if_FailOn_does_not_contain_its_state()
    {
        await ConnectAsync(Platform.Chanjing);
        var failed = (await VideosAsync(Platform.Chanjing)).First(video => video.State == VideoState.Failed);
        AfterEachLook(_ => Complete(Platform.Chanjing, [failed]));

        await WaitAsync([failed], Options(failOn: [VideoState.Deleted]));

        Assert.Equal([failed.Id], Settled);
    }

    [Fact]
    public async Task Any_ends_with_the_first_video_that_is_ready()
    {
        await ConnectAsync(Platform.Chanjing);
        await ConnectAsync(Platform.DigitalPerson);
        var videos = new[] { await ProcessingAsync(Platform.Chanjing), await ProcessingAsync(Platform.DigitalPerson) };
        Clock.During = (number, _) => Complete(Platform.DigitalPerson, number >= 6 ? [videos[1]] : []);

        await WaitAsync(videos, Options(any: true));

        Assert.Equal([videos[1].Id], Settled);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Any_reports_a_failed_video_and_continues_with_the_others()
    {
        await ConnectAsync(Platform.Chanjing);
        var videos = (await VideosAsync(Platform.Chanjing)).Where(video => video.State == VideoState.Processing).Take(3).ToList();
        AfterEachLook(number =>
        {
            SandboxOf(Platform.Chanjing).FailProcessing(videos[0].Id!);
            Complete(Platform.Chanjing, number == 3 ? videos.Skip(1) : []);
        });

        await WaitAsync(videos, Options(any: true));

        Assert.Single(Host.Objects);
        Assert.Equal("Chanjing.WaitFailed", Assert.Single(Host.Errors).Failure.ErrorId);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.DropConnection)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.TruncateResponse)]
    public async Task Look_that_fails_for_a_passing_reason_does_not_end_the_wait(FaultKind kind)
    {
        await ConnectAsync(Platform.DigitalPerson);
        var video = await ProcessingAsync(Platform.DigitalPerson);
        Sandbox.Faults.Add(new() { Kind = kind, Path = "workList", Times = 3 });
        AfterEachLook(number => Complete(Platform.DigitalPerson, number == 4 ? [video] : []));

        await WaitAsync([video]);

        Assert.Equal([video.Id], Settled);
        Assert.Empty(Host.Errors);
        Assert.Contains("continues to wait", Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_credential_ends_the_wait_of_its_session_only()
    {
        await ConnectAsync(Platform.Chanjing);
        await ConnectAsync(Platform.DigitalPerson);
        var videos = new[] { await ProcessingAsync(Platform.DigitalPerson), await ProcessingAsync(Platform.Chanjing) };
        Response("workList", """{"code":401,"data":null,"resultMsg":"请先登录"}""", int.MaxValue);
        AfterEachLook(number => Complete(Platform.Chanjing, number == 2 ? [videos[1]] : []));

        await WaitAsync(videos);

        Assert.Equal([videos[1].Id], Settled);
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal("DigitalPerson.Unauthorized", failure.ErrorId);
        Assert.Same(Store.Default(Platform.DigitalPerson), target);
    }

    [Fact]
    public async Task Incomplete_list_does_not_prove_that_a_video_is_gone()
    {
        await ConnectAsync(Platform.DigitalPerson);
        var video = await ProcessingAsync(Platform.DigitalPerson);
        SandboxOf(Platform.DigitalPerson).Remove(video.Id!);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Totals, Path = "workList", Total = 61, Times = 4 });

        await WaitAsync([video]);

        Assert.Equal("DigitalPerson.WaitGone", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.NotEmpty(Clock.Delays);
    }

    [Fact]
    public async Task Qushipin_fault_is_not_mistaken_for_a_missing_video()
    {
        await ConnectAsync(Platform.Qushipin);
        var video = await ProcessingAsync(Platform.Qushipin);
        Response("getVideoById", """{"result":"false","code":"500","message":"业务异常","data":null}""", 2);
        AfterEachLook(number => Complete(Platform.Qushipin, number == 3 ? [video] : []));

        await WaitAsync([video]);

        Assert.Equal([video.Id], Settled);
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Polyv_Live_video_on_demand_is_found_in_its_own_list()
    {
        await ConnectAsync(Platform.PolyvLive);
        var id = Sandbox.PolyvLive.VodVideos[^1].VideoId;

        await WaitAsync([new Hashtable { ["Platform"] = "PolyvLive", ["Id"] = id }]);

        Assert.Equal([id], Settled);
    }

    [Fact]
    public async Task Progress_contains_the_settled_videos_and_the_time_left()
    {
        await ConnectAsync(Platform.Chanjing);
        var videos = (await VideosAsync(Platform.Chanjing)).Where(video => video.State == VideoState.Processing).Take(4).ToList();
        AfterEachLook(number => Complete(Platform.Chanjing, videos.Take(number)));

        await WaitAsync(videos);

        Assert.Equal(4, Host.Objects.Count);
        Assert.Contains(Host.Progress, progress => progress is { Status: "2 of 4 settled", PercentComplete: 50 });
        Assert.All(Host.Progress, progress => Assert.InRange(progress.TimeLeft!.Value.TotalSeconds, 0, 3600));
        Assert.True(Host.Progress.Last().IsCompleted);
        Assert.True(Host.Progress.Last().TimeLeft < Host.Progress.First().TimeLeft);
    }

    [Fact]
    public async Task Video_that_is_passed_twice_is_written_once()
    {
        await ConnectAsync(Platform.Chanjing);
        var ready = (await VideosAsync(Platform.Chanjing)).First(video => video.State == VideoState.Ready);

        await WaitAsync([ready, new Hashtable { ["Platform"] = "chanjing", ["Id"] = ready.Id }, ready]);

        Assert.Equal([ready.Id], Settled);
    }

    [Fact]
    public async Task Video_of_a_closed_session_is_rejected_and_the_others_are_awaited()
    {
        var closed = await ConnectAsync(Platform.Chanjing, "closed");
        var other = (await ReadAnyAsync(closed.Client)).First(video => video.State == VideoState.Ready);
        Store.Close(closed);
        await ConnectAsync(Platform.Chanjing);
        var ready = (await VideosAsync(Platform.Chanjing)).First(video => video.State == VideoState.Ready);

        await WaitAsync([other, ready]);

        Assert.Equal([ready.Id], Settled);
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal("Chanjing.NotConnected", failure.ErrorId);
        Assert.Same(other, target);
    }

    [Fact]
    public async Task Video_of_another_account_is_rejected_without_a_request()
    {
        using var staging = SandboxServer.Start(new() { VideoCount = 10 });
        var session = await SessionLifecycle.OpenAsync(
            Keep(new VideoPlatforms.Clients.Polyv.PolyvClient(staging.Polyv.UserId, Secure(staging.Polyv.GetSecretKey()), Options(staging.Polyv.BaseUri, null))), "default", Store, Host, default);
        var video = (await ReadAnyAsync(session.Client))[0];
        await ConnectAsync(Platform.Polyv);
        Sandbox.Requests.Clear();
        staging.Requests.Clear();
        Host.Objects.Clear();

        await WaitAsync([video]);

        Assert.Equal("Polyv.SessionMismatch", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.Equal((0, 0), (Sandbox.Requests.Count, staging.Requests.Count));
    }

    [Fact]
    public async Task Object_without_platform_or_id_is_rejected_without_a_request()
    {
        await ConnectAsync(Platform.Chanjing);
        Sandbox.Requests.Clear();

        await WaitAsync([null, new Hashtable { ["Platform"] = "Chanjing", ["Title"] = "no id" }, new Hashtable { ["Platform"] = "Vimeo", ["Id"] = "1" }]);

        Assert.Equal("Chanjing.IdMissing", Assert.Single(Host.Errors).Failure.ErrorId);
        Assert.Equal(2, Host.CommandErrors.Count);
        Assert.All(Host.CommandErrors, error => Assert.Equal("VideoPlatforms.PlatformMissing", error.Failure.ErrorId));
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Empty_input_ends_at_once()
    {
        await WaitAsync([]);

        Assert.Empty(Host.Objects);
        Assert.Empty(Host.Errors);
        Assert.Empty(Host.Progress);
    }

    [Fact]
    public async Task Cancellation_ends_a_delay_at_once()
    {
        await ConnectAsync(Platform.Chanjing);
        var video = await ProcessingAsync(Platform.Chanjing);
        using var stopping = new CancellationTokenSource();
        var options = WaitOptions.Create(null, null, TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        var waiting = WaitAsync([video], options, stopping.Token);
        while (Sandbox.Requests.Count == 0 || Sandbox.ActiveRequests > 0)
        {
            await Task.Yield();
        }

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Empty(Host.Errors);
        Assert.True(Host.Progress.Last().IsCompleted);
    }

    [Fact]
    public async Task Deadline_ends_a_request_that_gets_no_response()
    {
        await ConnectAsync(Platform.Chanjing);
        var video = await ProcessingAsync(Platform.Chanjing);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromMinutes(1), Times = int.MaxValue, Before = () => Clock.Pass(TimeSpan.FromHours(2)) });

        await WaitAsync([video]);

        Assert.Equal("Chanjing.WaitTimedOut", Assert.Single(Host.Errors).Failure.ErrorId);
    }

    [Fact]
    public void Contradicting_values_are_rejected()
    {
        var hour = TimeSpan.FromHours(1);
        var second = TimeSpan.FromSeconds(1);

        Assert.Throws<ArgumentException>(() => WaitOptions.Create(null, null, TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => WaitOptions.Create(null, null, hour, hour, second));
        Assert.Throws<ArgumentException>(() => WaitOptions.Create(null, null, hour, TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => WaitOptions.Create([VideoState.Failed], [VideoState.Failed], hour));
        Assert.Equal((second, second), Intervals(WaitOptions.Create(null, null, hour, null, second)));
        Assert.Equal((hour, hour), Intervals(WaitOptions.Create(null, null, hour, hour)));
        Assert.Equal([VideoState.Blocked, VideoState.Deleted], WaitOptions.Create([VideoState.Failed], null, hour).FailOn);

        static (TimeSpan Min, TimeSpan Max) Intervals(WaitOptions options) => (options.MinInterval, options.MaxInterval);
    }

    [Fact]
    public async Task Sandbox_generations_take_their_time_and_some_of_them_fail()
    {
        await ConnectAsync(Platform.DigitalPerson);
        var videos = (await VideosAsync(Platform.DigitalPerson)).Where(video => video.State == VideoState.Processing).ToList();
        Sandbox.DigitalPerson.ProcessingTime = TimeSpan.FromMilliseconds(200);
        Sandbox.DigitalPerson.FailEvery = 4;

        await WaitAsync(videos, WaitOptions.Create(null, null, TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40)));

        Assert.Equal(videos.Count / 4, Host.Errors.Count);
        Assert.Equal(videos.Count - (videos.Count / 4), Host.Objects.Count);
        Assert.All(Host.Errors, error => Assert.Equal("DigitalPerson.WaitFailed", error.Failure.ErrorId));
    }

    private async Task<PlatformVideo> ProcessingAsync(Platform platform) => (await VideosAsync(platform)).First(video => video.State == VideoState.Processing);

    private void Complete(Platform platform, IEnumerable<PlatformVideo> videos) => SandboxOf(platform).CompleteProcessing([.. videos.Select(video => video.Id!)]);
}
