namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>The number of requests that Wait-PlatformVideo sends.</summary>
public sealed class WaitCostTests : WaitTest
{
    private const int Pages = 5;

    public WaitCostTests()
        : base(500)
    {
    }

    [Theory]
    [InlineData(Platform.Chanjing)]
    [InlineData(Platform.DigitalPerson)]
    [InlineData(Platform.Qushipin)]
    [InlineData(Platform.Polyv)]
    public async Task Five_hundred_videos_are_written_once_each_with_at_most_one_request_per_page_and_look(Platform platform)
    {
        await ConnectAsync(platform);
        SandboxOf(platform).StartProcessing([.. SandboxOf(platform).Ids]);
        var videos = (await VideosAsync(platform)).Where(video => video.State == VideoState.Processing).ToList();
        var order = videos.Select(video => video.Id!).OrderBy(id => string.Concat(id.Reverse()), StringComparer.Ordinal).ToList();
        var writtenAtLook = new List<int>();
        AfterEachLook(number =>
        {
            writtenAtLook.Add(Host.Objects.Count);
            SandboxOf(platform).CompleteProcessing([.. order.Skip((number - 1) * 40).Take(40)]);
        });

        await WaitAsync(videos);

        Assert.Equal(order.Order(StringComparer.Ordinal), Settled.Order(StringComparer.Ordinal));
        Assert.All(Looks, look => Assert.InRange(look.Count, 1, Pages));
        Assert.InRange(Sandbox.Requests.Count, 1, Pages);
        Assert.Equal(Enumerable.Range(0, writtenAtLook.Count).Select(look => look * 40), writtenAtLook);
        Assert.Empty(Host.Errors);
        Assert.Empty(Host.Warnings);
    }

    [Fact]
    public async Task List_is_read_only_up_to_the_last_awaited_video()
    {
        await ConnectAsync(Platform.DigitalPerson);
        var ids = SandboxOf(Platform.DigitalPerson).Ids;
        SandboxOf(Platform.DigitalPerson).StartProcessing(ids[3], ids[150]);
        var videos = (await VideosAsync(Platform.DigitalPerson)).Where(video => video.Id == ids[3] || video.Id == ids[150]);
        AfterEachLook(number => SandboxOf(Platform.DigitalPerson).CompleteProcessing(number == 2 ? [ids[150]] : number == 4 ? [ids[3]] : []));

        await WaitAsync(videos);

        Assert.Equal([2, 2, 2, 1], Looks.Select(look => look.Count));
        Assert.Single(Sandbox.Requests);
    }

    [Fact]
    public async Task Rest_of_the_videos_is_read_one_by_one_when_that_takes_fewer_requests()
    {
        await ConnectAsync(Platform.Qushipin);
        var ids = SandboxOf(Platform.Qushipin).Ids;
        string[] awaited = [.. ids.Take(10), ids[480]];
        SandboxOf(Platform.Qushipin).StartProcessing(awaited);
        AfterEachLook(_ => SandboxOf(Platform.Qushipin).CompleteProcessing(awaited));
        var videos = (await VideosAsync(Platform.Qushipin)).Where(video => awaited.Contains(video.Id));

        await WaitAsync(videos, Options([VideoState.Ready, VideoState.Blocked, VideoState.InReview]));

        Assert.Equal(["getVideos", "getVideoById"], (Looks.Count > 0 ? Looks[0] : [.. Sandbox.Requests]).Select(request => request.Call));
    }

    [Fact]
    public async Task List_that_changes_between_two_looks_loses_no_video()
    {
        await ConnectAsync(Platform.DigitalPerson);
        var sandbox = SandboxOf(Platform.DigitalPerson);
        sandbox.StartProcessing([.. sandbox.Ids]);
        var videos = await VideosAsync(Platform.DigitalPerson);
        var ids = videos.Select(video => video.Id!).ToList();
        AfterEachLook(number =>
        {
            sandbox.ShiftList(number % 2 == 0 ? 37 : 5);
            sandbox.CompleteProcessing([.. ids.Skip((number - 1) * 100).Take(100)]);
        });

        await WaitAsync(videos);

        Assert.Equal(ids.Order(StringComparer.Ordinal), Settled.Order(StringComparer.Ordinal));
        Assert.Empty(Host.Errors);
    }
}
