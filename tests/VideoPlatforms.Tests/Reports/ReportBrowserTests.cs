using System.Globalization;
using VideoPlatforms.AllPlatforms.Inventories.Measuring;

namespace VideoPlatforms.Tests.Reports;

/// <summary>The report in a real browser: what it shows, and that nothing else happens.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReportBrowserTests(Browser browser) : ReportTest
{
    // The same setter and event as typing.
    private const string Search = "text => { const input = document.getElementById('search'); input.value = text; input.dispatchEvent(new Event('input')); }";

    private const string Select = """
        (platforms, states) => {
            for (const [filter, values] of [['platform', platforms], ['state', states]]) {
                for (const input of document.querySelectorAll(`#${filter}-filter input`)) {
                    if (input.checked !== values.includes(Number(input.dataset.value))) {
                        input.click();
                    }
                }
            }
        }
        """;

    [BrowserFact]
    public async Task Hostile_texts_stay_text()
    {
        var videos = HostileTexts.All.Select((text, number) => Video(
            Platform.Qushipin, $"{number}{text}", ("Title", text), ("Tags", text), ("Description", text), ("CategoryName", text), ("UserName", text),
            ("FileUrls", "javascript:window.hacked=true"), ("CoverUrl", "javascript:window.hacked=true"), ("ShareUrl", "javascript:window.hacked=true"))).ToList();
        var changed = videos.Select(video => Video(Platform.Qushipin, video.Id!, ("Title", "before"), ("Tags", video.Title), ("Description", video.Title))).ToList();
        var report = await ReportAsync(videos, options => options with { Title = HostileTexts.All[0], Reference = [.. changed.Select(video => new VideoPlatforms.AllPlatforms.Inventories.Comparison.ComparisonInput(null, VideoReference.Read(video)))] });

        await using var page = await (await browser.NewPageAsync()).OpenAsync(report);

        // The row contains the beginning, the details the whole text.
        var expected = report.Texts("title").Select(title => title!).ToArray();
        var shown = await page.TextsAsync("#video-rows .name");
        Assert.All(shown.Zip(expected), pair => Assert.StartsWith(pair.First.TrimEnd('…'), pair.Second, StringComparison.Ordinal));
        for (var row = 0; row < videos.Count; row++)
        {
            await page.RunAsync<object?>("row => document.querySelectorAll('#video-rows .name')[row].click()", row);
            Assert.Equal(expected[row], await page.TextAsync("#details-title"));
            await page.RunAsync<object?>("() => document.getElementById('details-close').click()");
        }

        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        Assert.Equal(HostileTexts.All[0], await page.TextAsync("h1"));
        Assert.False(await page.RunAsync<bool>("() => 'hacked' in window"));
        Assert.Equal(0, await page.RunAsync<int>("() => [...document.querySelectorAll('a')].filter(a => !a.getAttribute('href').startsWith('#') && !/^https?:/.test(a.href)).length"));
        Assert.Equal(0, await page.RunAsync<int>("() => document.querySelectorAll('main img, main script, dialog img, dialog script, main style, main iframe').length"));
        Assert.Empty(page.Problems);
        Assert.Empty(page.Requests);
    }

    [BrowserFact]
    public async Task Policy_stops_a_script_that_is_injected()
    {
        var report = await ReportAsync([Video(Platform.Polyv, "a", ("Title", "t"))]);
        await using var page = await (await browser.NewPageAsync()).OpenAsync(report);

        await page.RunAsync<object?>("() => { const script = document.createElement('script'); script.textContent = 'window.hacked = true'; document.body.append(script); }");

        Assert.False(await page.RunAsync<bool>("() => 'hacked' in window"));
        Assert.Contains("Content Security Policy", Assert.Single(page.Problems), StringComparison.OrdinalIgnoreCase);
    }

    [BrowserFact]
    public async Task Filters_find_the_same_videos_as_Where_Object()
    {
        var videos = await ListAllAsync();
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));

        foreach (var text in new[] { "高等数学", "release", "RELEASE notes", "notes 2 release", "é", "客户 案例", videos[7].Id!, "no such video", "" })
        {
            await page.RunAsync<object?>(Search, text);
            Assert.Equal(videos.Count(video => Matches(video, text)), await CountAsync(page));
        }

        Platform[][] platforms = [[Platform.Polyv], [Platform.Chanjing, Platform.DigitalPerson], []];
        VideoState[][] states = [[VideoState.Ready], [VideoState.Failed, VideoState.Blocked], []];
        foreach (var (text, platform, state) in from text in new[] { "", "1" } from platform in platforms from state in states select (text, platform, state))
        {
            await page.RunAsync<object?>(Search, text);
            await page.RunAsync<object?>(Select, platform.Select(value => (int)value), state.Select(value => (int)value));
            var expected = videos.Where(video => (platform.Length == 0 || platform.Contains(video.Platform)) && (state.Length == 0 || state.Contains(video.State)) && Matches(video, text)).ToList();
            Assert.Equal(expected.Count, await CountAsync(page));
            Assert.Equal(expected.Take(50).Select(TitleOf), await page.TextsAsync("#video-rows .name"));
        }

        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Charts_show_the_numbers_of_Measure_PlatformVideo()
    {
        var videos = await ListAllAsync();
        var measurer = new VideoMeasurer([VideoMeasureKey.Platform, VideoMeasureKey.State]);
        var byMonth = new VideoMeasurer([VideoMeasureKey.Month]);
        videos.ForEach(video =>
        {
            measurer.Add(video);
            byMonth.Add(video);
        });

        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));

        var tables = await page.RunAsync<string[][][]>("() => [...document.querySelectorAll('.numbers table')].map(table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent)))");
        var states = tables[0][0][1..^1];
        var byState = measurer.Groups.ToDictionary(group => (group.Platform!.Value, StateText(group.State!.Value)), group => group.Count);
        Assert.Equal(Enum.GetValues<Platform>().Length, tables[0].Length - 1);
        Assert.All(Enum.GetValues<Platform>(), platform => Assert.Equal(
            [.. states.Select(state => byState.GetValueOrDefault((platform, state))), 60],
            tables[0][(int)platform + 1][1..].Select(text => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))));
        Assert.Equal(
            byMonth.Groups.Select(group => (group.Month ?? "Unknown", group.Count.ToString(CultureInfo.InvariantCulture))),
            tables[1][1..].Select(row => (row[0], row[1])));

        // The bars have the lengths of the numbers.
        var tips = await page.TextsAsync(".chart.wide rect title");
        Assert.Equal(byState.Count, tips.Length);
        Assert.Contains($"Polyv VOD, Ready: {byState[(Platform.Polyv, "Ready")]}", tips);
        Assert.Equal(await page.RunAsync<int>("() => document.querySelectorAll('figure svg[role=img]').length"), await page.RunAsync<int>("() => document.querySelectorAll('figure svg > title + desc').length"));
    }

    [BrowserFact]
    public async Task Every_column_sorts_and_unknown_values_are_last()
    {
        var videos = await ListAllAsync();
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));

        foreach (var (key, value) in new Dictionary<string, Func<PlatformVideo, double?>>
        {
            ["created"] = video => video.CreatedAt?.ToUnixTimeSeconds(),
            ["duration"] = video => video.Duration is { } duration ? Math.Floor(duration.TotalSeconds) : null,
            ["size"] = video => (video as QushipinVideo)?.Size,
            ["plays"] = video => (video as PolyvVideo)?.PlayCount,
            ["platform"] = video => (int)video.Platform,
            ["state"] = video => (int)video.State,
        })
        {
            foreach (var descending in new[] { false, true })
            {
                await page.RunAsync<object?>("value => { const sort = document.getElementById('sort'); sort.value = value; sort.dispatchEvent(new Event('change')); }", key + (descending ? '-' : '+'));

                var known = videos.Where(video => value(video) is not null).ToList();
                var sorted = (descending ? known.AsEnumerable().Reverse().OrderByDescending(value) : known.OrderBy(value)).Concat(videos.Where(video => value(video) is null));
                Assert.Equal(sorted.Take(50).Select(TitleOf), await page.TextsAsync("#video-rows .name"));
                Assert.Equal(descending ? "descending" : "ascending", await page.RunAsync<string>("key => document.querySelector(`#video-head .${key}`).getAttribute('aria-sort')", key));
                Assert.Equal(1, await page.RunAsync<int>("() => document.querySelectorAll('[aria-sort]').length"));
            }
        }
    }

    [BrowserFact]
    public async Task Covers_are_requested_only_in_the_gallery_and_only_from_their_hosts()
    {
        var videos = await ListAllAsync();
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));
        Assert.Empty(page.Requests);

        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        await page.UntilAsync("() => [...document.querySelectorAll('.gallery img')].some(image => image.complete && image.naturalWidth > 0)");

        Assert.Subset(videos.Select(video => video.CoverUrl!).ToHashSet(), page.Requests.ToHashSet());
        Assert.True(await page.RunAsync<bool>("() => [...document.querySelectorAll('.gallery img')].every(image => image.loading === 'lazy' && image.referrerPolicy === 'no-referrer')"));
        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Cover_that_cannot_be_loaded_becomes_a_placeholder()
    {
        var report = await ReportAsync([Video(Platform.Polyv, "a", ("Title", "t"), ("CoverUrl", "http://127.0.0.1:9/cover.png")), Video(Platform.Polyv, "b", ("Title", "t"))]);
        await using var page = await (await browser.NewPageAsync()).OpenAsync(report);

        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        await page.UntilAsync("() => document.querySelectorAll('.gallery .placeholder').length === 2");

        Assert.Equal(["http://127.0.0.1:9/cover.png"], page.Requests);
    }

    [BrowserFact]
    public async Task Report_with_its_covers_needs_no_network()
    {
        var report = await ReportAsync(await ListAllAsync(), InLanguage("zh-CN", embedCover: true));
        Sandbox.Dispose();
        await using var page = await browser.NewPageAsync();
        await page.Page.SetOfflineModeAsync(true);
        await page.OpenAsync(report);

        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        await page.UntilAsync("() => { const images = [...document.querySelectorAll('.gallery img')].slice(0, 8); return images.length === 8 && images.every(image => image.complete && image.naturalWidth > 0); }");

        Assert.Empty(page.Requests);
        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Hundred_thousand_videos_keep_the_document_small()
    {
        var random = new Random(4711);
        var bytes = new byte[16];
        var report = await ReportAsync(Enumerable.Range(0, 100_000).Select(number =>
        {
            random.NextBytes(bytes);
            var id = Convert.ToHexStringLower(bytes);
            return Video(
                (Platform)(number % 5), id, ("Title", $"产品发布会 {number} Release"), ("CreatedAt", DateTimeOffset.UnixEpoch.AddHours(number)), ("Duration", TimeSpan.FromSeconds(random.Next(9000))),
                ("Url", $"https://media.example.com/{id}/video.mp4"), ("CoverUrl", $"https://img.example.com/{id[..4]}/{id}.jpg"));
        }));

        Assert.InRange(new FileInfo(report.Path).Length, 0, 12_000_000);
        await using var page = await (await browser.NewPageAsync()).OpenAsync(report);
        Assert.Equal("100,000 videos", await page.TextAsync("#count"));
        await page.RunAsync<object?>(Search, "发布会 9999");
        Assert.Equal(report.Texts("title").Zip(report.Texts("id")).Count(video => video.First is not null && $"{video.First}\n{video.Second}".Contains("9999", StringComparison.Ordinal)), await CountAsync(page));
        await page.RunAsync<object?>(Search, "");
        await page.RunAsync<object?>("() => { const size = document.getElementById('page-size'); size.value = '200'; size.dispatchEvent(new Event('change')); }");
        Assert.Equal(200, await page.RunAsync<int>("() => document.querySelectorAll('#video-rows tr').length"));
        Assert.InRange(await page.RunAsync<int>("() => document.getElementsByTagName('*').length"), 1000, 9999);
        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Printout_contains_all_rows_that_match_as_a_table()
    {
        var videos = await ListAllAsync();
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync(videos));
        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        await page.RunAsync<object?>(Select, Array.Empty<int>(), new[] { (int)VideoState.Ready });

        // Printing shows the rows, and brings the gallery back afterwards.
        await page.RunAsync<object?>("() => { window.printed = 0; addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#video-rows tr').length; }); }");
        Assert.NotEmpty(await page.Page.PdfDataAsync());

        Assert.Equal(videos.Count(video => video.State == VideoState.Ready), await page.RunAsync<int>("() => window.printed"));
        Assert.False(await page.RunAsync<bool>("() => document.getElementById('gallery-view').hidden"));
    }

    [BrowserTheory]
    [InlineData("en-US", "This report contains no videos.")]
    [InlineData("zh-CN", "本报告不包含任何视频。")]
    public async Task Report_without_videos_says_so(string culture, string text)
    {
        await using var page = await (await browser.NewPageAsync()).OpenAsync(await ReportAsync([], InLanguage(culture)));

        Assert.Equal(text, await page.TextAsync("#empty"));
        Assert.True(await page.RunAsync<bool>("() => !document.getElementById('empty').hidden && document.getElementById('table-view').hidden"));
        Assert.Equal(culture, await page.RunAsync<string>("() => document.documentElement.lang"));
        Assert.Empty(page.Problems);
    }

    [BrowserFact]
    public async Task Browser_without_decompression_shows_the_totals_and_says_what_is_required()
    {
        var report = await ReportAsync([Video(Platform.Polyv, "a", ("Title", "t"))]);
        await using var page = await browser.NewPageAsync();
        await page.Page.EvaluateExpressionOnNewDocumentAsync("delete window.DecompressionStream");
        await page.Page.GoToAsync(new Uri(report.Path).AbsoluteUri);
        await page.UntilAsync("() => !document.getElementById('failure').hidden");

        Assert.Contains("Chrome", await page.TextAsync("#failure"), StringComparison.Ordinal);
        Assert.StartsWith("1", await page.TextAsync(".tile strong"), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1920)]
    public async Task Page_fits_the_width_of_the_screen(int width)
    {
        var videos = (await ListAllAsync()).Append(Video(Platform.Polyv, new string('i', 500), ("Title", new string('x', 5000))));
        await using var page = await (await browser.NewPageAsync(width)).OpenAsync(await ReportAsync(videos.Reverse()));

        Assert.InRange(await page.RunAsync<int>("() => document.scrollingElement.scrollWidth"), 0, width);
        await page.RunAsync<object?>("() => document.getElementById('view-gallery').click()");
        Assert.InRange(await page.RunAsync<int>("() => document.scrollingElement.scrollWidth"), 0, width);
        await page.RunAsync<object?>("() => document.querySelector('.cover-card').click()");
        Assert.InRange(await page.RunAsync<int>("() => document.getElementById('details').getBoundingClientRect().width"), 100, width);
    }

    private static async Task<int> CountAsync(BrowserPage page)
    {
        var text = await page.TextAsync("#count");
        return int.Parse(text.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private static string TitleOf(PlatformVideo video) => (string.IsNullOrEmpty(video.Title) ? video.Id! : video.Title) is { Length: > 160 } title ? title[..160] + "…" : string.IsNullOrEmpty(video.Title) ? video.Id! : video.Title;

    private static string StateText(VideoState state) => state == VideoState.InReview ? "In review" : state.ToString();

    // What the hint below the search box says.
    private static bool Matches(PlatformVideo video, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            new[]
            {
                video.Title, video.Id, (video as PolyvVideo)?.Description, (video as QushipinVideo)?.Description, (video as PolyvVideo)?.Tags.ToString(), (video as QushipinVideo)?.Tags.ToString(),
                (video as QushipinVideo)?.CategoryName, (video as QushipinVideo)?.UserName, (video as PolyvVideo)?.UploaderEmail,
            }.Any(value => value?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
}
