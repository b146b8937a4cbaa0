using System.Collections;
using System.Globalization;
using VideoPlatforms.AllPlatforms.Inventories.Measuring;

namespace VideoPlatforms.Tests.Inventories;

public sealed class MeasureTests : InventoryTest
{
    public MeasureTests()
        : base(videoCount: 60)
    {
    }

    [Fact]
    public async Task Totals_count_unknown_durations_and_sizes_apart()
    {
        ConnectAll();
        await ExportAsync("a.jsonl");
        var videos = await ImportAsync("a.jsonl");

        var total = Assert.Single(await MeasureAsync(videos));

        Assert.Equal(300, total.Count);
        Assert.Equal(videos.Count(video => video.Duration is null), total.UnknownDuration);
        Assert.InRange(total.UnknownDuration, 60, 299);
        Assert.Equal(videos.Sum(video => video.Duration?.Ticks ?? 0), total.TotalDuration.Ticks);
        Assert.Equal(videos.OfType<QushipinVideo>().Sum(video => video.Size ?? 0), total.TotalSize);
        Assert.Equal(300 - videos.OfType<QushipinVideo>().Count(video => video.Size is not null), total.UnknownSize);
        Assert.Equal(videos.OfType<PolyvVideo>().Sum(video => video.PlayCount ?? 0), total.TotalPlayCount);
        Assert.Equal((videos.Min(video => video.CreatedAt), videos.Max(video => video.CreatedAt)), (total.Oldest, total.Newest));
        Assert.Equal((null, null, null, null), (total.Platform, total.Session, total.State, total.Month));
    }

    [Fact]
    public async Task Groups_add_up_to_the_totals_and_are_in_the_order_of_their_keys()
    {
        ConnectAll();
        await ExportAsync("a.jsonl");
        var videos = await ImportAsync("a.jsonl");
        videos.Reverse();

        var groups = await MeasureAsync(videos, VideoMeasureKey.Platform, VideoMeasureKey.State);

        Assert.Equal(
            videos.GroupBy(video => (video.Platform, video.State)).OrderBy(group => group.Key.Platform).ThenBy(group => group.Key.State).Select(group => (group.Key.Platform, group.Key.State, (long)group.Count())),
            groups.Select(group => (group.Platform!.Value, group.State!.Value, group.Count)));
        Assert.Equal(5, (await MeasureAsync(videos, VideoMeasureKey.Session)).Count);
        Assert.All(Host.Written<VideoMeasure>(), group => Assert.Equal(60, group.Count));
        Assert.Equal(Store.All.Select(session => session.ToString()), Host.Written<VideoMeasure>().Select(group => group.Session!.ToString()));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public async Task Month_is_that_of_the_time_zone_of_the_video(string culture)
    {
        Response("get-by-uploader", """{"code":200,"status":"success","data":{"totalItems":3,"contents":[{"vid":"a","ptime":1706716800000},{"vid":"b","ptime":1706716799000},{"vid":"c"}]}}""");
        var videos = await ListAsync(Connect(Platform.Polyv));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            // 2024-02-01 00:00 in China, which is still January in UTC.
            Assert.Equal(["2024-01", "2024-02", null], (await MeasureAsync(videos, VideoMeasureKey.Month)).Select(group => group.Month));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Rows_of_a_csv_are_measured_like_videos()
    {
        Hashtable[] rows =
        [
            new() { ["Platform"] = "Qushipin", ["Id"] = "a", ["CreatedAt"] = "2024-02-01T00:00:00+08:00", ["Duration"] = "00:01:30", ["Size"] = "100" },
            new() { ["Platform"] = "Qushipin", ["Id"] = "b", ["CreatedAt"] = "", ["Duration"] = "", ["Size"] = "" },
            new() { ["Platform"] = "Vimeo", ["Id"] = "c" },
        ];

        var total = Assert.Single(await MeasureAsync(rows));

        Assert.Equal((2, TimeSpan.FromSeconds(90), 1, 100, 1), (total.Count, total.TotalDuration, total.UnknownDuration, total.TotalSize, total.UnknownSize));
        Assert.Equal(new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), total.Newest);
        Assert.Equal("VideoPlatforms.NotAVideo", Assert.Single(Host.CommandErrors).Failure.ErrorId);
    }

    [Fact]
    public async Task Without_videos_the_totals_are_zero_and_there_are_no_groups()
    {
        Assert.Equal(0, Assert.Single(await MeasureAsync([])).Count);
        Assert.Empty(await MeasureAsync([], VideoMeasureKey.Platform));
    }

    [Fact]
    public async Task Totals_do_not_overflow()
    {
        var row = new Hashtable { ["Platform"] = "Qushipin", ["Id"] = "a", ["Duration"] = "11574.01:46:39", ["Size"] = long.MaxValue };

        var total = Assert.Single(await MeasureAsync(Enumerable.Repeat(row, 1000)));

        Assert.Equal((TimeSpan.MaxValue, long.MaxValue), (total.TotalDuration, total.TotalSize));
    }

    private async Task<List<VideoMeasure>> MeasureAsync(IEnumerable<object> videos, params VideoMeasureKey[] by)
    {
        Host.Objects.Clear();
        var measurer = new VideoMeasurer(by);
        await measurer.AddAsync([.. videos.Select(VideoReference.Read)], Host, None);
        await measurer.WriteAsync(Host);
        return [.. Host.Written<VideoMeasure>()];
    }
}
