using System.Collections;
using System.Globalization;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Comparison;
using VideoPlatforms.AllPlatforms.Inventories.Measuring;
using VideoPlatforms.AllPlatforms.Report;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Reports;

/// <summary>What the report contains, without a browser.</summary>
public sealed class ReportContentTests : ReportTest
{
    [Fact]
    public async Task Report_of_all_sessions_contains_every_video_once()
    {
        var videos = await ListAllAsync();

        var report = await ReportAsync();

        Assert.Equal(videos.Select(Key).Order(StringComparer.Ordinal), KeysOf(report).Order(StringComparer.Ordinal));
        Assert.Equal(300, report.Summary.GetProperty("total").GetProperty("count").GetInt64());
        Assert.True(report.Summary.GetProperty("isListed").GetBoolean());
        Assert.Empty(report.Summary.GetProperty("incomplete").EnumerateArray());
        Assert.Equal(Store.All.Select(session => session.ToString()).Order(StringComparer.Ordinal), report.Summary.GetProperty("sessions").EnumerateArray().Select(text => text.GetString()).Order(StringComparer.Ordinal));
        Assert.Empty(Host.Errors);
    }

    [Fact]
    public async Task Values_of_videos_are_unchanged()
    {
        var videos = await ListAllAsync();

        var report = await ReportAsync(videos);

        Assert.Equal(videos.Select(video => video.Title), report.Texts("title"));
        Assert.Equal(videos.Select(video => video.Id), report.Texts("id"));
        Assert.Equal(videos.Select(video => video.Url), report.Addresses("url"));
        Assert.Equal(videos.Select(video => video.CoverUrl), report.Addresses("cover"));
        Assert.Equal(videos.Select(video => (int)video.State), report.Column("state").Select(value => value.GetInt32()));
        Assert.Equal(videos.Select(video => video.CreatedAt?.ToUnixTimeSeconds()), report.Column("created").Select(Number));
        Assert.Equal(videos.Select(video => (long?)video.CreatedAt?.Offset.TotalMinutes), report.Column("offset").Select(Number));
        Assert.Equal(videos.Select(video => video.Duration is { } duration ? (long?)duration.TotalSeconds : null), report.Column("duration").Select(Number));
        Assert.Equal(videos.Select(video => (video as QushipinVideo)?.Size), report.Column("size").Select(Number));
        Assert.Equal(videos.Select(video => (video as PolyvVideo)?.PlayCount), report.Column("plays").Select(Number));
    }

    [Fact]
    public async Task Totals_are_those_of_Measure_PlatformVideo()
    {
        var videos = await ListAllAsync();

        var summary = (await ReportAsync(videos)).Summary;

        Assert.Equal(
            (await MeasureAsync(videos, VideoMeasureKey.Platform, VideoMeasureKey.State)).Select(measure => ((int)measure.Platform!, (int)measure.State!, measure.Count)),
            summary.GetProperty("byState").EnumerateArray().Select(part => (part.GetProperty("platform").GetInt32(), part.GetProperty("state").GetInt32(), part.GetProperty("count").GetInt64())));
        Assert.Equal(
            (await MeasureAsync(videos, VideoMeasureKey.Month)).Select(measure => (measure.Month, measure.Count)),
            summary.GetProperty("byMonth").EnumerateArray().Select(part => (part.GetProperty("month").GetString(), part.GetProperty("count").GetInt64())));
        Assert.Equal(
            (await MeasureAsync(videos, VideoMeasureKey.Platform)).Select(measure => ((int)measure.Platform!, measure.Count, Seconds(measure), measure.UnknownDuration, measure.TotalSize, measure.UnknownSize, measure.TotalPlayCount)),
            summary.GetProperty("byPlatform").EnumerateArray().Select(part => (part.GetProperty("platform").GetInt32(), part.GetProperty("count").GetInt64(), part.GetProperty("seconds").GetInt64(),
                part.GetProperty("unknownDuration").GetInt64(), part.GetProperty("size").GetInt64(), part.GetProperty("unknownSize").GetInt64(), part.TryGetProperty("plays", out var plays) ? (long?)plays.GetInt64() : null)));
        var total = Assert.Single(await MeasureAsync(videos));
        Assert.Equal(total.Count - total.UnknownDuration, summary.GetProperty("byLength").EnumerateArray().Sum(number => number.GetInt64()));
        Assert.Equal((total.Oldest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), total.Newest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (summary.GetProperty("total").GetProperty("oldest").GetString(), summary.GetProperty("total").GetProperty("newest").GetString()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59.999, 0)]
    [InlineData(60, 1)]
    [InlineData(300, 2)]
    [InlineData(3599, 4)]
    [InlineData(3600, 5)]
    [InlineData(360000, 5)]
    public async Task Range_of_lengths_includes_its_lower_limit(double seconds, int place)
    {
        var report = await ReportAsync([Video(Platform.Chanjing, "a", ("Duration", TimeSpan.FromSeconds(seconds)))]);

        Assert.Equal(Enumerable.Range(0, 6).Select(range => range == place ? 1L : 0L), report.Numbers("byLength"));
    }

    [Fact]
    public async Task Hostile_texts_are_data_and_not_markup()
    {
        var videos = HostileTexts.All.Select((text, number) => Video(Platform.Qushipin, $"{text}{number}", ("Title", text), ("Tags", text), ("Description", text), ("UserName", text))).ToList();
        var before = await ReportAsync([]);

        var report = await ReportAsync(videos);

        // A lone surrogate has no UTF-8.
        Assert.Equal(HostileTexts.All.Select(text => text.Replace('\ud800', '\ufffd').Replace('\udc00', '\ufffd')), report.Texts("title"));
        Assert.Equal(Tags(before), Tags(report));

        static string[] Tags(ReportDocument document) => [.. System.Text.RegularExpressions.Regex.Matches(document.Html, "<[a-zA-Z/!]+").Select(match => match.Value)];
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData(" java\nscript:alert(1)")]
    [InlineData("/relative")]
    public async Task Addresses_other_than_http_and_https_are_left_out(string address)
    {
        var report = await ReportAsync([Video(Platform.DigitalPerson, "work", ("Url", address), ("CoverUrl", address))]);

        Assert.Equal([null], report.Texts("url"));
        Assert.Equal([null], report.Texts("cover"));
    }

    [Fact]
    public async Task Item_that_is_not_a_video_is_reported_and_the_others_are_written()
    {
        var report = await ReportAsync([Video(Platform.Polyv, "a"), new Hashtable { ["Platform"] = "Polyv", ["Title"] = "no ID" }, null, Video(Platform.Polyv, "b")]);

        Assert.Equal(["a", "b"], report.Texts("id"));
        Assert.Equal(2, Host.CommandErrors.Count);
    }

    [Fact]
    public async Task Report_without_videos_is_written()
    {
        var report = await ReportAsync([]);

        Assert.Equal(0, report.Summary.GetProperty("total").GetProperty("count").GetInt64());
        Assert.Empty(report.Lines);
    }

    [Fact]
    public async Task Session_that_fails_makes_the_report_incomplete()
    {
        ConnectAll();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Path = ListCallOf(Platform.Chanjing), Times = int.MaxValue });

        var report = await ReportAsync();

        Assert.Equal([Store.Default(Platform.Chanjing).ToString()], report.Summary.GetProperty("incomplete").EnumerateArray().Select(text => text.GetString()));
        Assert.Single(Host.Errors);
        Assert.Equal(240, report.Texts("id").Count());
    }

    [Fact]
    public async Task Changes_are_those_of_Compare_PlatformInventory()
    {
        ConnectAll();
        await ExportAsync("before.jsonl");
        var first = Sandbox.Qushipin.Videos[0];
        await ((QushipinClient)Store.Default(Platform.Qushipin).Client).AuditAsync(first.VideoId, new(QushipinAuditStatus.Blocked, "claim"), Host);
        Host.Objects.Clear();
        using (var comparer = new InventoryComparer(new(null, null)))
        {
            await comparer.ReadReferenceAsync(Reference(PathOf("before.jsonl")), Host, None);
            await comparer.CompareAsync(Store, Host, None);
            await comparer.EndAsync(Host, None);
        }

        var expected = Host.Written<InventoryChange>().ToList();
        var report = await ReportAsync(options => options with { Reference = Reference(PathOf("before.jsonl")) });

        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Select(change => ((int)change.Change, change.Id, change.Title, change.Property, ReportValue.ToText(change.OldValue), ReportValue.ToText(change.NewValue))),
            report.Changes.Select(change => (change[0].GetInt32(), change[2].GetString(), change[3].GetString(), change[4].GetString(), change[5].GetString(), change[6].GetString())));
        Assert.Equal(expected.Count, report.Numbers("changes").Sum());
        Assert.Equal(["before.jsonl"], report.Summary.GetProperty("reference").EnumerateArray().Select(name => name.GetString()));
        Assert.Single(Host.Written<object>().OfType<FileInfo>());
    }

    [Fact]
    public async Task Videos_of_an_incomplete_session_are_not_removed()
    {
        ConnectAll();
        await ExportAsync("before.jsonl");
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 400, Path = ListCallOf(Platform.Polyv), Times = int.MaxValue });

        var report = await ReportAsync(options => options with { Reference = Reference(PathOf("before.jsonl")) });

        Assert.Equal([0, 0, 0, 60], report.Numbers("changes"));
    }

    [Fact]
    public async Task Reference_that_cannot_be_read_ends_the_command_before_anything_is_written()
    {
        await File.WriteAllTextAsync(PathOf("no.jsonl"), "not an inventory");

        foreach (var path in new[] { PathOf("no.jsonl"), PathOf("missing.jsonl") })
        {
            var error = await Assert.ThrowsAsync<CommandException>(() => ReportAsync([Video(Platform.Polyv, "a")], options => options with { Reference = Reference(path) }));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["no.jsonl"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Existing_file_is_replaced_only_with_force()
    {
        await File.WriteAllTextAsync(PathOf("a.html"), "precious");

        var error = await Assert.ThrowsAsync<CommandException>(() => ReportAsync([], options => options with { Path = PathOf("a.html") }));
        Assert.Equal("VideoPlatforms.FileExists", error.ErrorId);
        Assert.Equal("precious", await File.ReadAllTextAsync(PathOf("a.html")));

        await ReportAsync([], options => options with { Path = PathOf("a.html"), Force = true });
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(PathOf("a.html")), StringComparison.Ordinal);
        Assert.Equal(["a.html"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_written_without_confirmation()
    {
        Host.Agrees = false;

        Assert.Null(await ReportExporter.StartAsync(new(PathOf("a.html"), Force: false), Host, None, None));

        Assert.Equal(PathOf("a.html"), Assert.Single(Host.Questions).Target);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Cancellation_leaves_nothing()
    {
        ConnectAll();
        using var stopping = new CancellationTokenSource();
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Skip = 2, Before = stopping.Cancel });

        using (var exporter = await ReportExporter.StartAsync(new(PathOf("a.html"), Force: false) { EmbedCover = true }, Host, stopping.Token, stopping.Token))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exporter!.RunAsync(Store.Open(null, null), Host, stopping.Token));
        }

        Assert.Empty(Directory.GetFiles(Folder));
        Assert.Empty(Host.Objects);
    }

    [Fact]
    public async Task Many_videos_are_announced_by_a_warning()
    {
        var video = VideoReference.Read(Video(Platform.Polyv, "a"));
        using var exporter = await ReportExporter.StartAsync(new(PathOf("a.html"), Force: false), Host, None, None);
        await exporter!.AddAsync([.. Enumerable.Repeat(video, ReportExporter.ManyVideos + 1)], Host, None);
        await exporter.EndAsync(Host, None);

        Assert.Contains((ReportExporter.ManyVideos + 1).ToString(CultureInfo.CurrentCulture), Assert.Single(Host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_contains_no_secret()
    {
        ConnectAll();

        var report = await ReportAsync(InLanguage("en-US", embedCover: true));

        var text = report.Html + string.Concat(report.Lines.Select(line => line.GetRawText()));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<List<VideoMeasure>> MeasureAsync(IEnumerable<PlatformVideo> videos, params VideoMeasureKey[] keys)
    {
        Host.Objects.Clear();
        var measurer = new VideoMeasurer(keys);
        await measurer.AddAsync([.. videos.Select(VideoReference.Read)], Host, None);
        await measurer.WriteAsync(Host);
        return [.. Host.Written<VideoMeasure>()];
    }

    private static long Seconds(VideoMeasure measure) => (long)measure.TotalDuration.TotalSeconds;

    private static long? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt64();

    private static string Key(PlatformVideo video) => $"{(int)video.Platform} {video.Id}";

    private static IEnumerable<string> KeysOf(ReportDocument report) => report.Column("platform").Zip(report.Texts("id"), (platform, id) => $"{platform.GetInt32()} {id}");
}
