using System.Globalization;
using VideoPlatforms.Clients.PolyvLive;
using VideoPlatforms.Sandbox.PolyvLive;

namespace VideoPlatforms.Tests.PolyvLive;

public sealed class PolyvLiveListTests : PlatformTest
{
    [Theory]
    [InlineData(PolyvLiveListType.Playback)]
    [InlineData(PolyvLiveListType.Vod)]
    public async Task Every_field_of_every_playback_is_returned(PolyvLiveListType listType)
    {
        var playbacks = await ReadAsync(PolyvLive(), new() { ListType = listType });

        var rows = listType == PolyvLiveListType.Vod ? Sandbox.PolyvLive.VodVideos : Sandbox.PolyvLive.Videos;
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, playbacks.Count);
        foreach (var (row, playback) in rows.Zip(playbacks))
        {
            AssertSame(row, playback);
        }
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(null, true, "timeDesc")]
    [InlineData(PolyvLiveOrder.CreatedTime, false, "time")]
    [InlineData(PolyvLiveOrder.CreatedTime, true, "timeDesc")]
    [InlineData(PolyvLiveOrder.Rank, false, "rank")]
    [InlineData(PolyvLiveOrder.Rank, true, "rankDesc")]
    public async Task Order_is_sent_as_order(PolyvLiveOrder? orderBy, bool descending, string? parameter)
    {
        var playbacks = await ReadAsync(PolyvLive(), new() { OrderBy = orderBy, Descending = descending });

        Assert.Equal(parameter, Sent().GetValueOrDefault("order"));
        Assert.Equal(Sandbox.PolyvLive.Videos.Count, playbacks.Count);
        var keys = playbacks.Select(playback => orderBy == PolyvLiveOrder.Rank ? playback.Rank!.Value : playback.CreatedAt!.Value.UtcTicks).ToList();
        Assert.Equal(parameter is "time" or "rank" ? keys.Order() : keys.OrderDescending(), keys);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(PolyvLiveListType.Playback, "playback")]
    [InlineData(PolyvLiveListType.Vod, "vod")]
    public async Task List_type_is_sent_as_listType(PolyvLiveListType? listType, string? parameter)
    {
        await ReadAsync(PolyvLive(), new() { ListType = listType });

        Assert.Equal(parameter, Sent().GetValueOrDefault("listType"));
    }

    [Fact]
    public async Task Request_without_a_filter_sends_only_the_page_and_the_signature()
    {
        await ReadAsync(PolyvLive());

        Assert.Equal(["appId", "page", "pageSize", "sign", "timestamp"], Sent().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("GET", Sandbox.Requests.Single().Method);
        Assert.Equal(Sandbox.PolyvLive.AppId, Sent()["appId"]);
        Assert.Equal(13, Sent()["timestamp"].Length);
        Assert.Equal(("1", "1000"), (Sent()["page"], Sent()["pageSize"]));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 43)]
    [InlineData(1000, 1)]
    public async Task Every_documented_page_size_returns_the_same_list(int size, int pages)
    {
        var playbacks = await ReadAsync(PolyvLive(), options: new() { PageSize = size, First = size == 1 ? 3 : null });

        Assert.Equal(IdsOf(Platform.PolyvLive).Take(size == 1 ? 3 : 300), playbacks.Select(playback => playback.Id));
        Assert.InRange(Sandbox.Requests.Count, 1, pages);
        Assert.All(Sandbox.Requests, request => Assert.Equal($"{size}", request.Parameters["pageSize"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    [InlineData(-1)]
    public void Page_size_out_of_range_is_rejected_before_a_request_is_sent(int size) =>
        Assert.Throws<ArgumentException>(() => OnePage.PageSize = size);

    [Theory]
    [InlineData("Y", VideoState.Ready)]
    [InlineData("60", VideoState.Ready)]
    [InlineData("61", VideoState.Ready)]
    [InlineData("N", VideoState.Unknown)]
    [InlineData("", VideoState.Unknown)]
    [InlineData("y", VideoState.Unknown)]
    public async Task Status_is_mapped_to_a_state(string status, VideoState state)
    {
        var playback = await OneAsync($$"""{"videoId":"a","status":"{{status}}"}""");

        Assert.Equal((state, status), (playback.State, playback.Status));
    }

    [Theory]
    [InlineData("\"00:00:56\"", "00:00:56")]
    [InlineData("\"01:02:03\"", "01:02:03")]
    [InlineData("\"25:00:01\"", "1.01:00:01")]
    [InlineData("\"100:59:59\"", "4.04:59:59")]
    [InlineData("\" 00:00:00 \"", "00:00:00")]
    [InlineData("\"56\"", null)]
    [InlineData("\"00:56\"", null)]
    [InlineData("\"-1:00:00\"", null)]
    [InlineData("\"99999999999:00:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("56", null)]
    public async Task Durations_are_read_as_hours_minutes_and_seconds(string json, string? duration)
    {
        var playback = await OneAsync($$"""{"videoId":"a","duration":{{json}}}""");

        Assert.Equal(duration, playback.Duration?.ToString("c", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"20200609100810\"", "2020-06-09T02:08:10Z")]
    [InlineData("20200609100810", "2020-06-09T02:08:10Z")]
    [InlineData("\"20200229000000\"", "2020-02-28T16:00:00Z")]
    [InlineData("\"20190229000000\"", null)]
    [InlineData("\"00000000000000\"", null)]
    [InlineData("\"2020-06-09 10:08:10\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task Start_time_is_read_as_fourteen_digits_in_China_Standard_Time(string json, string? utc)
    {
        var playback = await OneAsync($$"""{"videoId":"a","startTime":{{json}}}""");

        Assert.Equal(utc, playback.StartTime?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Assert.Equal(utc is null ? null : TimeSpan.FromHours(8), playback.StartTime?.Offset);
    }

    [Theory]
    [InlineData("1592040864000", 1592040864000L)]
    [InlineData("\"1592040864000\"", 1592040864000L)]
    [InlineData("0", 0L)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("-9223372036854775808", null)]
    public async Task Times_are_read_as_milliseconds(string json, long? milliseconds)
    {
        var playback = await OneAsync($$"""{"videoId":"a","createdTime":{{json}},"lastModified":{{json}}}""");

        Assert.Equal(milliseconds, playback.CreatedAt?.ToUnixTimeMilliseconds());
        Assert.Equal(milliseconds, playback.LastModified?.ToUnixTimeMilliseconds());
        Assert.Equal(milliseconds is null ? null : TimeSpan.FromHours(8), playback.CreatedAt?.Offset);
    }

    [Theory]
    [InlineData("//live.polyv.cn/watch/1?vid=a", "https://live.polyv.cn/watch/1?vid=a")]
    [InlineData("http://live.polyv.cn/观看?a= b", "http://live.polyv.cn/观看?a= b")]
    [InlineData("live.polyv.cn/watch", "live.polyv.cn/watch")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    public async Task Protocol_relative_url_is_completed_with_https(string sent, string? expected)
    {
        var playback = await OneAsync(
            $$"""{"videoId":"a","watchUrl":"{{sent}}","url":"{{sent}}","firstImage":"{{sent}}","fileUrl":"{{sent}}","enFileUrl":"{{sent}}"}""");

        Assert.All(new[] { playback.WatchUrl, playback.Url, playback.CoverUrl, playback.FileUrl, playback.EnglishFileUrl }, url => Assert.Equal(expected, url));
    }

    [Theory]
    [InlineData("mergeinfo")]
    [InlineData("mergeInfo")]
    public async Task Merge_information_is_read_under_both_names(string name)
    {
        var playback = await OneAsync($$"""{"videoId":"a","{{name}}":"[\"20200609100810,56,fo76et1ftb\",\"20200609110810,7,x\"]"}""");

        Assert.Equal(["20200609100810,56,fo76et1ftb", "20200609110810,7,x"], playback.MergeInfo);
        Assert.Equal("20200609100810,56,fo76et1ftb;20200609110810,7,x", playback.MergeInfo.ToString());
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"[]\"", "")]
    [InlineData("\"[1,{\\\"a\\\":2}]\"", "1;{\"a\":2}")]
    [InlineData("\"[cut off\"", "[cut off")]
    [InlineData("\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    public async Task Merge_information_in_another_format_is_kept_unchanged(string json, string text)
    {
        var playback = await OneAsync($$"""{"videoId":"a","mergeinfo":{{json}}}""");

        Assert.Equal(text, playback.MergeInfo.ToString());
    }

    [Theory]
    [InlineData("fileUrl")]
    [InlineData("fileUr1")]
    public async Task File_url_is_read_under_both_names(string name)
    {
        var playback = await OneAsync($$"""{"videoId":"a","{{name}}":"https://mpv.videocc.net/a.mp4"}""");

        Assert.Equal("https://mpv.videocc.net/a.mp4", playback.FileUrl);
    }

    [Theory]
    [InlineData("1", "\"Y\"", true, true)]
    [InlineData("\"0\"", "\"N\"", false, false)]
    [InlineData("null", "null", null, null)]
    [InlineData("\"\"", "\"\"", null, null)]
    public async Task Flags_are_read_as_booleans(string seed, string asDefault, bool? encrypted, bool? isDefault)
    {
        var playback = await OneAsync($$"""{"videoId":"a","seed":{{seed}},"asDefault":{{asDefault}}}""");

        Assert.Equal((encrypted, isDefault), (playback.Encrypted, playback.IsDefault));
    }

    [Fact]
    public async Task Undocumented_fields_are_kept()
    {
        var playback = await OneAsync("""{"videoId":"a","previewed":true,"parts":[1,"two"],"firstPage":7}""");

        var more = playback.GetAdditionalData();
        Assert.Equal(["firstPage", "parts", "previewed"], more.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(true, more["previewed"]);
        Assert.Equal([1L, "two"], Assert.IsType<object?[]>(more["parts"]));
    }

    private static void AssertSame(PolyvLiveSandboxVideo row, PolyvLivePlayback playback)
    {
        Assert.Equal(Platform.PolyvLive, playback.Platform);
        Assert.Equal(row.VideoId, playback.Id);
        Assert.Equal(row.VideoId, playback.VideoId);
        Assert.Equal(row.Title, playback.Title);
        Assert.Equal(VideoState.Ready, playback.State);
        Assert.Equal(row.CreatedTime, playback.CreatedAt!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(TimeSpan.Parse(row.Duration, CultureInfo.InvariantCulture), playback.Duration);
        Assert.Equal(row.Url, playback.Url);
        Assert.Equal(row.FirstImage, playback.CoverUrl);
        Assert.Equal(row.VideoPoolId, playback.VideoPoolId);
        Assert.Equal(row.UserId, playback.UserId);
        Assert.Equal($"{row.ChannelId}", playback.ChannelId);
        Assert.Equal(row.MyBr, playback.Bitrate);
        Assert.Equal(row.Qid, playback.Qid);
        Assert.Equal(row.Seed == 1, playback.Encrypted);
        Assert.Equal(row.Ordertime, playback.OrderTime);
        Assert.Equal(row.LastModified, playback.LastModified!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(row.Rank, playback.Rank);
        Assert.Equal(row.AsDefault == "Y", playback.IsDefault);
        Assert.Equal(row.ChannelSessionId, playback.ChannelSessionId);
        Assert.Equal(row.Status, playback.Status);
        Assert.Equal(row.FileId, playback.FileId);
        Assert.Equal(row.StartTime, playback.StartTime!.Value.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        Assert.Equal(row.LiveType, playback.LiveType);
        Assert.Equal(row.ErrorCount, playback.ErrorCount);
        Assert.Equal(row.Mergeinfo?.Trim('[', ']').Trim('"') ?? "", playback.MergeInfo.ToString());
        Assert.Equal("https:" + row.WatchUrl, playback.WatchUrl);
        Assert.Equal(row.Width, playback.Width);
        Assert.Equal(row.Height, playback.Height);
        Assert.Equal(row.Origin, playback.Origin);
        Assert.Equal(row.CallbackUrl, playback.CallbackUrl);
        Assert.Equal(row.Lang, playback.Language);
        Assert.Equal(row.VideoIdEN, playback.EnglishVideoId);
        Assert.Equal(row.FileUrl, playback.FileUrl);
        Assert.Equal(row.EnFileUrl, playback.EnglishFileUrl);
        Assert.Empty(playback.GetAdditionalData());
    }

    private IReadOnlyDictionary<string, string> Sent() => Sandbox.Requests.Single().Parameters;

    private async Task<PolyvLivePlayback> OneAsync(string json)
    {
        Response("playback/list", $$$"""{"code":200,"status":"success","message":"","data":{"pageSize":1000,"pageNumber":1,"totalItems":1,"contents":[{{{json}}}]}}""");
        return Assert.Single(await ReadAsync(PolyvLive()));
    }
}
