using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Tests.Mapping;

/// <summary>
/// Reads every field of the documents' sample responses, which the sandbox returns. Their totals are higher than their
/// number of videos, so only the existing videos are requested.
/// </summary>
public sealed class DocumentSampleTests : PlatformTest
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [Fact]
    public async Task Polyv_Live_playback_list()
    {
        Response("playback/list", Documents.Read("polyv-live-playback-list.json"));

        var playbacks = await ReadAsync(PolyvLive(), options: new() { First = 2, IncludeTotalCount = true });

        Assert.Equal(2, playbacks.Count);
        Assert.Equal((3L, 0), Assert.Single(Host.Totals));
        var first = playbacks[0];
        Assert.Equal(("88c40acaa6", "88c40acaa6"), (first.Id, first.VideoId));
        Assert.Equal("a2dc4f2517fd872d6b2a4b1e470a91cb_a", first.VideoPoolId);
        Assert.Equal("a2dc4f2517", first.UserId);
        Assert.Equal("1234567", first.ChannelId);
        Assert.Equal("保利威", first.Title);
        Assert.Equal("http://img.videocc.net/uimage/a/a2dc4f2517/b/a2dc4f2517fd872d6b2a4b1e470a91cb_0.jpg", first.CoverUrl);
        Assert.Equal(TimeSpan.FromSeconds(56), first.Duration);
        Assert.Equal("1", first.Bitrate);
        Assert.Null(first.Qid);
        Assert.Equal(false, first.Encrypted);
        Assert.Equal(0, first.OrderTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1592040864000), first.CreatedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1592040864000), first.LastModified);
        Assert.Equal(2, first.Rank);
        Assert.Equal(false, first.IsDefault);
        Assert.Equal("https://hls.videocc.net/source/a2dc4f2517/b/a2dc4f2517fd872d6b2a4b1e470a91cb_1.m3u8", first.Url);
        Assert.Equal("fo76et1ftb", first.ChannelSessionId);
        Assert.Equal(("Y", VideoState.Ready), (first.Status, first.State));
        Assert.Equal("d2c55e369aad1fd5f732141cb4779f4a", first.FileId);
        Assert.Equal(new DateTimeOffset(2020, 6, 9, 10, 8, 10, China), first.StartTime);
        Assert.Equal("alone", first.LiveType);
        Assert.Null(first.ErrorCount);
        Assert.Equal(["20200609100810,56,fo76et1ftb"], first.MergeInfo);
        Assert.Equal("https://live.polyv.cn/watch/1762629?vid=88c40acaa6", first.WatchUrl);

        var second = playbacks[1];
        Assert.Equal(("c70649db67", "1810121", 1L, TimeSpan.FromSeconds(68)), (second.Id, second.ChannelId, second.Rank!.Value, second.Duration!.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1593417163000), second.CreatedAt);
        Assert.Equal(new DateTimeOffset(2020, 6, 29, 15, 38, 2, China), second.StartTime);
        Assert.Empty(second.MergeInfo);
        Assert.All(playbacks, playback => Assert.Empty(playback.GetAdditionalData()));
        Assert.All(playbacks, playback => Assert.Null(playback.Width ?? playback.Height));
        Assert.All(playbacks, playback => Assert.Null(
            playback.Origin ?? playback.CallbackUrl ?? playback.Language ?? playback.EnglishVideoId ?? playback.FileUrl ?? playback.EnglishFileUrl));
    }

    [Fact]
    public async Task Chanjing_video_list()
    {
        Response("video_list", Documents.Read("chanjing-video-list.json"));

        var video = Assert.Single(await ReadAsync(Chanjing(), new() { First = 1, IncludeTotalCount = true }));

        Assert.Equal((5L, 0), Assert.Single(Host.Totals));
        Assert.Equal("e971e4d68fd14bfe8b48eaa8353fa7b0", video.Id);
        Assert.Equal(("30", VideoState.Ready), (video.StatusCode, video.State));
        Assert.Equal(100, video.Progress);
        Assert.Equal("", video.Message);
        Assert.Equal("https://chanjin.cc/1721187131363-31e83acd98766ab783e8ee10085c922c66d43d32-video.mp4", video.Url);
        Assert.Equal(new DateTimeOffset(2024, 7, 17, 11, 31, 6, China), video.CreatedAt);
        Assert.Equal("https://chanjin.cc/1721187131363-31e83acd98766ab783e8ee10085c922c66d43d32-cover.png", video.CoverUrl);
        Assert.Null(video.SubtitleDataUrl);
        Assert.Null(video.Duration);
        Assert.Null(video.Title);
        Assert.Empty(video.GetAdditionalData());
    }

    [Fact]
    public async Task Qushipin_getVideos()
    {
        Response("getVideos", Documents.Read("qushipin-getVideos.json"));

        var video = Assert.Single(await ReadAsync(Qushipin(), options: new() { First = 1, IncludeTotalCount = true }));

        Assert.Equal((7L, 0), Assert.Single(Host.Totals));
        AssertUploaded(
            video,
            "https://example.aliyundoc.com/image9sfsa0-dfcoverurl****.png",
            ["http://sample/covers/990f3820db2948b5b4a13d65d9a449****.jpg", "http://sample/covers/sprite/990f3820db2948b5b4a13d65d9a449****.jpg"],
            "http://example.aliyundoc.com/ABEBDE15CC479FD4D****/52a53151eba5226f8e2da3b55bc5****.mp4");
    }

    [Fact]
    public async Task Qushipin_getVideoById()
    {
        Response("getVideoById", Documents.Read("qushipin-getVideoById.json"));

        var video = await Qushipin().GetVideoAsync("23rfewc23", Host);

        AssertUploaded(
            video,
            "https://example.aliyundoc.com./image9sfsa0-dfcoverurl****.png",
            ["http://sample/covers/990f3820db2948b5b4a13d65d9a4****-2.jpg", "http://sample/covers/sprite/990f3820db2948b5b4a13d65d9a4****-1.jpg"],
            "http:///example.aliyundoc.com/ABEBDE15CC479FD4D****/52a53151eba5226f8e2da3b55bc5****.mp4");
    }

    [Fact]
    public async Task Qushipin_getRecommendVideos()
    {
        Response("getRecommendVideos", Documents.Read("qushipin-getRecommendVideos.json"));
        var client = Qushipin();

        var video = Assert.Single(await ReadAsync((options, host) => client.ListRecommendationsAsync(new(), options, host), new ListOptions { First = 1, IncludeTotalCount = true }));

        Assert.Equal((7L, 0), Assert.Single(Host.Totals));
        AssertRecommendation(video, "https:///example.aliyundoc.com/image9sfsa0-dfcoverurl****.png");
        Assert.Equal(("", "", ""), (video.TranscodeStatus, video.SnapshotStatus, video.NarrowbandTranscodeStatus));
    }

    [Fact]
    public async Task Qushipin_getRecommendVideoById()
    {
        Response("getRecommendVideoById", Documents.Read("qushipin-getRecommendVideoById.json"));

        var video = await Qushipin().GetRecommendationAsync("23rfewc23", Host);

        AssertRecommendation(video, "https:///example.aliyundoc.com/image9sfsa0-dfcoverurl.png");
        Assert.Equal(("success", "success", "onCensor"), (video.TranscodeStatus, video.SnapshotStatus, video.NarrowbandTranscodeStatus));
    }

    public static TheoryData<string, string, string> Writes => new()
    {
        { "submitTranscode", "发起非窄带高清转码作业完成!", "c3bcb60d-e85f-4e19-a50a-16bedb56165f" },
        { "submitTabTranscode", "发起窄带高清转码作业完成!", "dsgb455-e85f-443f9-a50a-12323rfg34t34g" },
        { "createAudit", "审核完成", "c312edd-1dc3-132r313rfef-qfevw42ghrnk" },
        { "recommendVideo", "插入推荐视频成功!", "f8163b40-6192-4edc-97ec-52c6cd96e996" },
        { "pushObjectCache", "预热完成", "f8163b40-6192-4edc-97ec-52c6cd96e996" },
        { "deleteVideoById", "删除完成!", "f9a8sdf09iaf3-2f23r23-0965iyhk4" },
        { "deleteRecommendById", "取消推荐完成", "f8163b40-6192-4edc-97ec-52c6cd96e996" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Qushipin_writes(string call, string message, string requestId)
    {
        Response(call, Documents.Read($"qushipin-{call}.json"));
        var client = Qushipin();

        var result = call switch
        {
            "submitTranscode" => await client.StartTranscodeAsync("v", narrowband: false, Host),
            "submitTabTranscode" => await client.StartTranscodeAsync("v", narrowband: true, Host),
            "createAudit" => await client.AuditAsync("v", new(QushipinAuditStatus.Normal), Host),
            "recommendVideo" => await client.RecommendAsync(new() { VideoId = "v" }, Host),
            "pushObjectCache" => Assert.Single(await client.PushCacheAsync(["v"], Host)),
            "deleteVideoById" => await client.DeleteVideoAsync("v", "u", verify: false, Host),
            _ => await client.DeleteRecommendationAsync("v", "u", verify: false, Host),
        };

        Assert.Equal((call, "v", message, requestId), (result.Operation, result.Target, result.Message, result.RequestId));
    }

    [Fact]
    public async Task Qushipin_login_and_signOut()
    {
        Response("login", Documents.Read("qushipin-login.json"));
        Response("signOut", Documents.Read("qushipin-signOut.json"));
        var client = Qushipin();

        await client.SignInAsync(Host);
        await client.SignOutAsync(Host);

        Assert.Equal(["login", "signOut"], Sandbox.Requests.Select(request => request.Call));
        Assert.Equal(Sandbox.Qushipin.UserName, Received("signOut").Single().Parameters["userName"]);
    }

    [Fact]
    public async Task Digital_person_work_list()
    {
        Response("workList", Documents.Read("digital-person-work-list.json"));

        var works = await ReadAsync(DigitalPerson(), options: new() { First = 20, PageSize = 20, IncludeTotalCount = true });

        Assert.Equal((107L, 0), Assert.Single(Host.Totals));
        Assert.Equal(
            ["2478", "2472", "2453", "2471", "2455", "2454", "2451", "2452", "2447", "2445", "2443", "2442", "2441", "2440", "2438", "2437", "2439", "2436", "2435", "2434"],
            works.Select(work => work.Id));
        var first = works[0];
        Assert.Equal(new DateTimeOffset(2023, 7, 13, 17, 15, 27, China), first.CreatedAt);
        Assert.Equal(new DateTimeOffset(2023, 7, 13, 17, 17, 25, China), first.UpdatedAt);
        Assert.Equal(("2478", "81", "测试OpenApi的作品0712-1"), (first.WorkId, first.UserId, first.Title));
        Assert.EndsWith("/covers/21dd748e434b489593fe89cf99b4539c-cover.png", first.CoverUrl, StringComparison.Ordinal);
        Assert.Equal(("SUCCESS", VideoState.Ready), (first.Status, first.State));
        Assert.Equal(("VERTICAL", "1080P"), (first.Align, first.Resolution));
        Assert.Equal(
            "https://digital-person-daily.oss-cn-hangzhou.aliyuncs.com/FileUpload/0/UID_81/Video/Works/测试OpenApi的作品0712-1_1689239796865.mp4",
            first.Url);
        Assert.Null(first.Fee);
        Assert.Equal(21.7861, first.Duration!.Value.TotalSeconds);

        var draft = works.Single(work => work.Id == "2436");
        Assert.Equal(("未命名视频", VideoState.Draft), (draft.Title, draft.State));
        Assert.Null(draft.CoverUrl ?? draft.Url ?? draft.Resolution);
        Assert.Null(draft.Duration);
        Assert.Equal((2, 2, 16), (Count(VideoState.Draft), Count(VideoState.Processing), Count(VideoState.Ready)));
        Assert.All(works, work => Assert.Empty(work.GetAdditionalData()));

        int Count(VideoState state) => works.Count(work => work.State == state);
    }

    private static void AssertRecommendation(QushipinVideo video, string coverUrl)
    {
        AssertVideo(video);
        Assert.Equal(coverUrl, video.CoverUrl);
        Assert.Equal("https:///example.aliyundoc.com/dd38cab5-2951-43a0-b9ed-ad0eebf8****", video.AvatarUrl);
        Assert.Empty(video.SnapshotUrls);
        Assert.Empty(video.FileUrls);
        Assert.Null(video.Url);
    }

    /// <summary>The values that all four samples of a video have in common.</summary>
    private static void AssertUploaded(QushipinVideo video, string cover, string[] snapshots, string url)
    {
        AssertVideo(video);
        Assert.Equal(cover, video.CoverUrl);
        Assert.Equal("https://example.aliyundoc.com/dd38cab5-2951-43a0-b9ed-ad0eebf8****", video.AvatarUrl);
        Assert.Equal(("", "", ""), (video.TranscodeStatus, video.SnapshotStatus, video.NarrowbandTranscodeStatus));
        Assert.Equal(snapshots, video.SnapshotUrls);
        Assert.Equal(2, video.FileUrls.Count);
        Assert.Equal(url, video.Url);
    }

    private static void AssertVideo(QushipinVideo video)
    {
        Assert.Equal(("23rfewc23", "23rfewc23", "25"), (video.Id, video.VideoId, video.RecordId));
        Assert.Equal(("test video", "test33"), (video.Title, video.Description));
        Assert.Equal(TimeSpan.FromSeconds(12), video.Duration);
        Assert.Equal(new DateTimeOffset(2019, 1, 9, 22, 11, 29, China), video.CreatedAt);
        Assert.Equal("", video.Status);
        Assert.Null(video.FirstFrameUrl ?? video.ShareUrl);
        Assert.Equal((56L, "12", "12"), (video.Size!.Value, video.CategoryId, video.CategoryName));
        Assert.Equal(["测试"], video.Tags);
        Assert.Equal(("2434793223202", "Anne"), (video.UserId, video.UserName));
        Assert.Equal(("onCensor", VideoState.InReview), (video.CensorStatus, video.State));
        Assert.Empty(video.GetAdditionalData());
    }
}
