using System.Globalization;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Qushipin;

namespace VideoPlatforms.Tests.Qushipin;

public sealed class QushipinListTests : PlatformTest
{
    [Fact]
    public async Task Every_field_of_every_video_is_returned()
    {
        var videos = await ReadAsync(Qushipin());

        Assert.Equal(Sandbox.Qushipin.Videos.Count, videos.Count);
        foreach (var (row, video) in Sandbox.Qushipin.Videos.Zip(videos))
        {
            AssertSame(row, video);
            Assert.Equal(row.SnapshotList, video.SnapshotUrls);
            Assert.Equal(row.FileUrlList, video.FileUrls);
        }
    }

    [Fact]
    public async Task Every_field_of_every_recommendation_is_returned()
    {
        var videos = await ListRecommendationsAsync(Qushipin());

        Assert.NotEmpty(videos);
        Assert.Equal(Sandbox.Qushipin.Recommendations.Count, videos.Count);
        foreach (var (row, video) in Sandbox.Qushipin.Recommendations.Zip(videos))
        {
            AssertSame(row.Video, video);
        }
    }

    [Fact]
    public async Task Items_read_by_id_equal_the_listed_items()
    {
        var client = Qushipin();
        foreach (var row in Sandbox.Qushipin.Videos.Take(21))
        {
            var video = await client.GetVideoAsync(row.VideoId, Host);

            AssertSame(row, video);
            Assert.Equal(row.SnapshotList, video.SnapshotUrls);
            Assert.Equal(row.FileUrlList, video.FileUrls);
        }

        foreach (var row in Sandbox.Qushipin.Recommendations.Take(5))
        {
            AssertSame(row.Video, await client.GetRecommendationAsync(row.Video.VideoId, Host));
        }
    }

    public static TheoryData<string, string> Filters => new()
    {
        { "videoId", "VideoId" }, { "userId", "UserId" }, { "userName", "UserName" }, { "title", "Title" }, { "censorStatus", "CensorStatus" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_is_sent_under_its_name_and_applied(string name, string property)
    {
        var ofRow = typeof(QushipinSandboxVideo).GetProperty(property)!;
        var value = (string)ofRow.GetValue(Sandbox.Qushipin.Recommendations[3].Video)!;
        var filter = new QushipinVideoFilter();
        typeof(QushipinVideoFilter).GetProperty(property)!.SetValue(filter, value);
        var client = Qushipin();

        var videos = await ReadAsync(client, filter);
        var recommended = await ListRecommendationsAsync(client, filter);

        Assert.Equal(Sandbox.Qushipin.Videos.Where(Matches).Select(video => video.VideoId), videos.Select(video => video.VideoId));
        Assert.Equal(Sandbox.Qushipin.Recommendations.Select(entry => entry.Video).Where(Matches).Select(video => video.VideoId), recommended.Select(video => video.VideoId));
        Assert.NotEmpty(recommended);
        Assert.InRange(videos.Count, 1, 299);
        foreach (var request in Received("getVideos").Concat(Received("getRecommendVideos")))
        {
            Assert.Equal("GET", request.Method);
            Assert.Equal(value, request.Parameters[name]);
            Assert.Equal(new[] { "consoleToken", "consoletoken", "pageIndex", "pageSize", name }.Order(StringComparer.Ordinal), request.Parameters.Keys.Order(StringComparer.Ordinal));
        }

        bool Matches(QushipinSandboxVideo row) => (string)ofRow.GetValue(row)! == value;
    }

    [Theory]
    [InlineData(null, "2024-03-04 05:06:07")]
    [InlineData("UTC", "2024-03-03 21:06:07")]
    [InlineData("+05:30", "2024-03-04 02:36:07")]
    public async Task Times_are_sent_in_the_servers_time_zone(string? zone, string sent)
    {
        var timeZone = zone switch
        {
            null => null,
            "UTC" => TimeZoneInfo.Utc,
            _ => TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromMinutes(330), "x", "x"),
        };
        var moment = new DateTimeOffset(2024, 3, 4, 5, 6, 7, 890, TimeSpan.FromHours(8));

        await ReadAsync(Qushipin(timeZone: timeZone), new() { StartTime = moment, EndTime = moment.ToOffset(TimeSpan.FromHours(-7)) });

        var request = Received("getVideos").Single();
        Assert.Equal((sent, sent), (request.Parameters["startTime"], request.Parameters["endTime"]));
    }

    [Fact]
    public async Task Start_and_end_time_filter_by_the_creation_time()
    {
        var rows = Sandbox.Qushipin.Videos;
        var (start, end) = (rows[200].CreationTime, rows[100].CreationTime);

        var videos = await ReadAsync(Qushipin(), new() { StartTime = start, EndTime = end });

        Assert.Equal(rows.Where(row => row.CreationTime >= start && row.CreationTime <= end).Select(row => row.VideoId), videos.Select(video => video.VideoId));
        Assert.InRange(videos.Count, 100, 110);
    }

    [Fact]
    public async Task Creation_times_are_read_in_the_servers_time_zone()
    {
        var newYork = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(-5), "x", "x");

        var video = (await ReadAsync(Qushipin(timeZone: newYork)))[0];

        var row = Sandbox.Qushipin.Videos[0];
        Assert.Equal(row.CreationTime.ToOffset(TimeSpan.FromHours(8)).DateTime, video.CreatedAt!.Value.DateTime);
        Assert.Equal(TimeSpan.FromHours(-5), video.CreatedAt!.Value.Offset);
    }

    [Theory]
    [InlineData("\"2019-01-09 22:11:29.0\"", "2019-01-09T14:11:29.0000000Z")]
    [InlineData("\"2019-01-09 22:11:29\"", "2019-01-09T14:11:29.0000000Z")]
    [InlineData("\"2019-01-09 22:11:29.123\"", "2019-01-09T14:11:29.1230000Z")]
    [InlineData("\"2019-02-29 22:11:29\"", null)]
    [InlineData("\"0000-00-00 00:00:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("1547043089000", null)]
    public async Task Creation_time_is_read_with_or_without_a_fraction(string json, string? utc)
    {
        var video = await OneAsync($$"""{"videoId":"a","creationTime":{{json}}}""");

        Assert.Equal(utc, video.CreatedAt?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("12", "12", 12.0, 12L)]
    [InlineData("\"12.52\"", "\"12\"", 12.52, 12L)]
    [InlineData("12.0", "12.0", 12.0, 12L)]
    [InlineData("\"\"", "\"\"", null, null)]
    [InlineData("null", "null", null, null)]
    [InlineData("\"soon\"", "\"big\"", null, null)]
    [InlineData("-1", "\"9007199254740993\"", null, 9007199254740993L)]
    public async Task Numbers_are_read_with_or_without_quotes(string duration, string size, double? seconds, long? whole)
    {
        var video = await OneAsync($$"""{"videoId":"a","duration":{{duration}},"size":{{size}},"cateId":{{size}}}""");

        Assert.Equal(seconds, video.Duration?.TotalSeconds);
        Assert.Equal((whole, size == "null" ? null : size.Trim('"')), (video.Size, video.CategoryId));
    }

    [Fact]
    public async Task Strings_without_quotes_are_read()
    {
        var video = await OneAsync("""{"id":25,"videoId":4711,"cateName":12,"user":{"userId":2434793223202,"userName":7}}""");

        Assert.Equal(("25", "4711", "12"), (video.RecordId, video.VideoId, video.CategoryName));
        Assert.Equal(("2434793223202", "7"), (video.UserId, video.UserName));
    }

    [Theory]
    [InlineData("\"SnapshotList\":[\"a\",\"b\"],\"fileUrlList\":[\"//c\",\"d\"]", "a;b", "//c;d", "https://c")]
    [InlineData("\"snapshotList\":[\"a\",null,\"\"],\"fileUrilList\":[\"c\"]", "a", "c", "c")]
    [InlineData("\"snapshotList\":\"a\",\"fileUrilList\":\"\"", "a", "", null)]
    [InlineData("\"SnapshotList\":null,\"fileUrlList\":[]", "", "", null)]
    [InlineData("\"other\":1", "", "", null)]
    public async Task Url_lists_are_read_under_both_names(string lists, string snapshots, string files, string? url)
    {
        var video = await OneAsync($$"""{"videoId":"a",{{lists}}}""");

        Assert.Equal((snapshots, files, url), (video.SnapshotUrls.ToString(), video.FileUrls.ToString(), video.Url));
    }

    [Theory]
    [InlineData("\"测试\"", "测试")]
    [InlineData("\"a, b ,,c\"", "a;b;c")]
    [InlineData("\",\"", "")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    public async Task Tags_are_separated_by_commas(string tags, string list) =>
        Assert.Equal(list, (await OneAsync($$"""{"videoId":"a","tags":{{tags}}}""")).Tags.ToString());

    [Theory]
    [InlineData("fail", "fail", VideoState.Blocked)]
    [InlineData("fail", "success", VideoState.Blocked)]
    [InlineData("onCensor", "fail", VideoState.InReview)]
    [InlineData("onCensor", "onTranscode", VideoState.InReview)]
    [InlineData("success", "fail", VideoState.Failed)]
    [InlineData("", "fail", VideoState.Failed)]
    [InlineData("success", "onTranscode", VideoState.Processing)]
    [InlineData("", "onTranscode", VideoState.Processing)]
    [InlineData("success", "success", VideoState.Ready)]
    [InlineData("success", "", VideoState.Ready)]
    [InlineData("", "success", VideoState.Unknown)]
    [InlineData("", "", VideoState.Unknown)]
    [InlineData("SUCCESS", "success", VideoState.Unknown)]
    public async Task State_is_derived_from_the_review_and_the_transcoding(string censor, string transcode, VideoState state)
    {
        var video = await OneAsync($$"""{"videoId":"a","censorStatus":"{{censor}}","transcodeStatus":"{{transcode}}"}""");

        Assert.Equal((state, censor, transcode), (video.State, video.CensorStatus, video.TranscodeStatus));
    }

    [Theory]
    [InlineData("\"user\":null")]
    [InlineData("\"user\":\"\"")]
    [InlineData("\"user\":{}")]
    public async Task Video_without_a_user_is_read(string user)
    {
        var video = await OneAsync($$"""{"videoId":"a",{{user}}}""");

        Assert.Null(video.UserId);
        Assert.Null(video.UserName);
        Assert.Null(video.AvatarUrl);
    }

    [Theory]
    [InlineData("onCensor")]
    [InlineData(null)]
    public async Task List_of_recommendations_ends_at_nowTotal(string? censorStatus)
    {
        var filter = new QushipinVideoFilter { CensorStatus = censorStatus };

        var videos = await ListRecommendationsAsync(Qushipin(), filter, new() { PageSize = 7, IncludeTotalCount = true });

        var expected = Sandbox.Qushipin.Recommendations.Select(entry => entry.Video).Where(video => censorStatus is null || video.CensorStatus == censorStatus).ToList();
        Assert.Equal(expected.Select(video => video.VideoId), videos.Select(video => video.VideoId));
        Assert.Equal(((long?)expected.Count, 0), Assert.Single(Host.Totals));
        Assert.Equal((expected.Count + 6) / 7, Received("getRecommendVideos").Count);
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(299)]
    public async Task Smaller_pages_than_requested_are_read_completely(long skip)
    {
        Sandbox.Qushipin.PageSizeLimit = 50;

        var videos = await ReadAsync(Qushipin(), options: new() { PageSize = 100, Skip = skip, ThrottleLimit = 1 });

        Assert.Equal(IdsOf(Platform.Qushipin).Skip((int)skip), videos.Select(video => video.Id));
        Assert.Empty(Host.Warnings);
    }

    [Fact]
    public async Task Token_that_expires_during_a_list_is_renewed_without_a_lost_item()
    {
        using var sandbox = SandboxServer.Start(new() { VideoCount = 1000 });
        var client = Keep(new QushipinClient(sandbox.Qushipin.UserName, Secure(sandbox.Qushipin.GetPassword()), null, Options(sandbox.Qushipin.BaseUri, null)));
        sandbox.Faults.Add(new() { Kind = FaultKind.None, Path = "getVideos", Skip = 9, Before = () => sandbox.Qushipin.RevokeTokens() });

        var videos = await ReadAsync(client, options: new() { PageSize = 50, ThrottleLimit = 4 });

        Assert.Equal(sandbox.Qushipin.Videos.Select(video => video.VideoId), videos.Select(video => video.VideoId));
        Assert.Equal(2, sandbox.Qushipin.LoginRequests);
        Assert.InRange(sandbox.Requests.Count(request => request.Call == "getVideos"), 21, 24);
        Assert.Empty(Host.Warnings);
    }

    private static void AssertSame(QushipinSandboxVideo row, QushipinVideo video)
    {
        Assert.Equal(Platform.Qushipin, video.Platform);
        Assert.Equal(row.VideoId, video.Id);
        Assert.Equal(row.VideoId, video.VideoId);
        Assert.Equal(row.Id, video.RecordId);
        Assert.Equal(row.Title, video.Title);
        Assert.Equal(row.Description, video.Description);
        Assert.Equal(row.CreationTime, video.CreatedAt);
        Assert.Equal(TimeSpan.FromHours(8), video.CreatedAt!.Value.Offset);
        Assert.Equal(row.Duration, video.Duration?.TotalSeconds);
        Assert.Equal(video.FileUrls.Count > 0 ? video.FileUrls[0] : null, video.Url);
        Assert.Equal(row.CoverUrl, video.CoverUrl);
        Assert.Equal(row.Size, video.Size);
        Assert.Equal(row.CateId?.ToString(CultureInfo.InvariantCulture), video.CategoryId);
        Assert.Equal(row.CateName, video.CategoryName);
        Assert.Equal(row.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries), video.Tags);
        Assert.Equal(row.ShareUrl.Length > 0 ? row.ShareUrl : null, video.ShareUrl);
        Assert.Equal(row.FirstFrameUrl.Length > 0 ? row.FirstFrameUrl : null, video.FirstFrameUrl);
        Assert.Equal(row.UserId, video.UserId);
        Assert.Equal(row.UserName, video.UserName);
        Assert.Equal(row.AvatarUrl, video.AvatarUrl);
        Assert.Equal(row.Status, video.Status);
        Assert.Equal(row.TranscodeStatus, video.TranscodeStatus);
        Assert.Equal(row.SnapshotStatus, video.SnapshotStatus);
        Assert.Equal(row.CensorStatus, video.CensorStatus);
        Assert.Equal(row.NarrowTranscodeStatus, video.NarrowbandTranscodeStatus);
        Assert.Empty(video.GetAdditionalData());
    }

    private Task<List<QushipinVideo>> ListRecommendationsAsync(QushipinClient client, QushipinVideoFilter? filter = null, ListOptions? options = null) =>
        ReadAsync((options, host) => client.ListRecommendationsAsync(filter ?? new(), options, host), options);

    private async Task<QushipinVideo> OneAsync(string json)
    {
        Response("getVideos", $$$"""{"result":"true","requestId":"r","message":"","code":"200","data":{"total":1,"videoList":[{{{json}}}]}}""");
        return Assert.Single(await ReadAsync(Qushipin()));
    }
}
