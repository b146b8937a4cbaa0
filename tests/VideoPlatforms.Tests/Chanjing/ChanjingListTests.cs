using System.Globalization;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Chanjing;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Chanjing;

public sealed class ChanjingListTests : PlatformTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_field_of_every_video_is_returned_under_both_spellings(bool lowerCase)
    {
        Sandbox.Chanjing.LowerCaseLists = lowerCase;

        var videos = await ReadAsync(Chanjing());

        Assert.Equal(Sandbox.Chanjing.Videos.Count, videos.Count);
        foreach (var (row, video) in Sandbox.Chanjing.Videos.Zip(videos))
        {
            AssertSame(row, video);
            Assert.Null(video.Duration);
            Assert.Null(video.SubtitleDataUrl);
        }
    }

    [Fact]
    public async Task List_request_is_JSON()
    {
        await ReadAsync(Chanjing(), new() { PageSize = 150 });

        var requests = Received("video_list");
        Assert.Equal(["1", "2"], requests.Select(request => request.Parameters["page"]).Order());
        Assert.All(requests, request =>
        {
            Assert.Equal(("POST", "/api/open/v1/video_list"), (request.Method, request.Path));
            Assert.Equal("application/json", request.Headers["Content-Type"]);
            Assert.Equal("***", request.Headers["access_token"]);
            Assert.Equal(["page", "page_size"], request.Parameters.Keys.Order());
            Assert.Equal("150", request.Parameters["page_size"]);
        });
    }

    [Fact]
    public async Task Video_read_by_id_has_subtitles_and_duration()
    {
        var client = Chanjing();
        foreach (var row in Sandbox.Chanjing.Videos.Take(24))
        {
            var video = await client.GetVideoAsync(row.Id, Host);

            AssertSame(row, video);
            Assert.Equal(row.Duration is { } seconds ? TimeSpan.FromSeconds(seconds) : null, video.Duration);
            Assert.Equal(row.SubtitleDataUrl.Length > 0 ? row.SubtitleDataUrl : null, video.SubtitleDataUrl);
        }

        Assert.All(Received("video"), request => Assert.Equal(("GET", "/api/open/v1/video"), (request.Method, request.Path)));
        Assert.Equal(Sandbox.Chanjing.Videos.Take(24).Select(row => row.Id), Received("video").Select(request => request.Parameters["id"]));
    }

    [Theory]
    [InlineData("e971 e4d6/8f&d1=4#b?\"'%41+\\")]
    [InlineData("../../open/v1/access_token")]
    [InlineData("蝉镜 🎬")]
    public async Task Special_characters_in_an_id_are_sent_unchanged(string id)
    {
        var failure = await FailureOf(() => Chanjing().GetVideoAsync(id, Host));

        Assert.Equal(("Chanjing.ParameterRejected", id), (failure.ErrorId, failure.Target));
        Assert.Equal(id, Received("video").Single().Parameters["id"]);
    }

    [Theory]
    [InlineData("10", VideoState.Processing)]
    [InlineData("30", VideoState.Ready)]
    [InlineData("\"30\"", VideoState.Ready)]
    [InlineData("40", VideoState.Failed)]
    [InlineData("41", VideoState.Failed)]
    [InlineData("49", VideoState.Failed)]
    [InlineData("50", VideoState.Failed)]
    [InlineData("59", VideoState.Failed)]
    [InlineData("60", VideoState.Unknown)]
    [InlineData("39", VideoState.Unknown)]
    [InlineData("20", VideoState.Unknown)]
    [InlineData("0", VideoState.Unknown)]
    [InlineData("-30", VideoState.Unknown)]
    [InlineData("null", VideoState.Unknown)]
    [InlineData("\"done\"", VideoState.Unknown)]
    public async Task Status_is_mapped_to_a_state(string status, VideoState state)
    {
        Response("video_list", $$$$"""{"trace_id":"","code":0,"msg":"","data":{"List":[{"id":"a","status":{{{{status}}}}}],"PageInfo":{"page":1,"size":1000,"total_count":1,"total_page":1}}}""");

        Assert.Equal(state, Assert.Single(await ReadAsync(Chanjing())).State);
    }

    [Fact]
    public async Task Page_size_of_the_server_is_used()
    {
        Sandbox.Chanjing.PageSizeLimit = 7;

        var videos = await ReadAsync(Chanjing(), new() { PageSize = 100, Skip = 95, First = 20 });

        Assert.Equal(IdsOf(Platform.Chanjing).Skip(95).Take(20), videos.Select(video => video.Id));
    }

    [Fact]
    public async Task Default_limit_is_one_request_per_second()
    {
        // The first request of a process is slow and must not be measured.
        await Chanjing().SignInAsync(Host);
        Sandbox.Requests.Clear();

        // The requests for the token and the first page: the second one waits for the limiter.
        var client = Keep(new VideoPlatforms.Clients.Chanjing.ChanjingClient(
            Sandbox.Chanjing.AppId, Secure(Sandbox.Chanjing.GetSecretKey()), new() { BaseUri = Sandbox.Chanjing.BaseUri }));
        Sandbox.Chanjing.RequestsPerSecond = 1;

        await ReadAsync(client);

        var times = Sandbox.Requests.Select(request => request.ReceivedAt).ToList();
        Assert.Equal(2, times.Count);
        Assert.InRange(times[1] - times[0], TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(20));
        Assert.Empty(Host.Waits);
    }

    [Fact]
    public async Task Token_that_expires_during_a_list_is_renewed_without_a_lost_item()
    {
        using var sandbox = SandboxServer.Start(new() { VideoCount = 1000 });
        var client = Keep(new VideoPlatforms.Clients.Chanjing.ChanjingClient(
            sandbox.Chanjing.AppId, Secure(sandbox.Chanjing.GetSecretKey()), Options(sandbox.Chanjing.BaseUri, null)));
        sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = "video_list", Skip = 9, Before = () => sandbox.Chanjing.RevokeTokens() });

        var videos = await ReadAsync(client, new() { PageSize = 50, ThrottleLimit = 4 });

        Assert.Equal(sandbox.Chanjing.Videos.Select(video => video.Id), videos.Select(video => video.Id));
        Assert.Equal(2, sandbox.Chanjing.TokenRequests);
        Assert.InRange(sandbox.Requests.Count(request => request.Call == "video_list"), 21, 24);
        Assert.Empty(Host.Warnings);
    }

    private static void AssertSame(ChanjingSandboxVideo row, ChanjingVideo video)
    {
        Assert.Equal(Platform.Chanjing, video.Platform);
        Assert.Equal(row.Id, video.Id);
        Assert.Null(video.Title);
        Assert.Equal(row.Status.ToString(CultureInfo.InvariantCulture), video.StatusCode);
        Assert.Equal(row.Status == 30 ? VideoState.Ready : row.Status == 10 ? VideoState.Processing : VideoState.Failed, video.State);
        Assert.Equal(row.Progress, video.Progress);
        Assert.Equal(row.Msg, video.Message);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(row.CreateTime), video.CreatedAt);
        Assert.Equal(TimeSpan.FromHours(8), video.CreatedAt!.Value.Offset);
        Assert.Equal(row.VideoUrl.Length > 0 ? row.VideoUrl : null, video.Url);
        Assert.Equal(row.PreviewUrl.Length > 0 ? row.PreviewUrl : null, video.CoverUrl);
        Assert.Empty(video.GetAdditionalData());
    }
}
