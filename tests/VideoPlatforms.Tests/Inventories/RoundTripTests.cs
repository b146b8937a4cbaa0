using System.Globalization;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Inventories;

public sealed class RoundTripTests : InventoryTest
{
    private const string OddVideos = """
        {"code":200,"status":"success","data":{"totalItems":6,"contents":[
        {"vid":"1","title":"","context":null,"tag":"a;b,c","ptime":1492591990123,"status":61,"more":{"whole":1,"fraction":1.0,"big":12345678901234567890,"huge":1e999,"deep":[1,"x",null,{"y":false}]},"text":"it's"},
        {"vid":"2","title":"  spaces \t","context":"a\r\nb\nc\rd","tag":"[\"x\"]","status":"'60"},
        {"vid":"3","title":"\"quoted\", 'single' \u0000 \u2028 \ud83c\udfac \ud83c","tag":"[z","ptime":0},
        {"vid":"","title":"=1+1","context":"'","firstImage":"//host/a?b=c,d"},
        {"title":"'=1+1","context":"''","cataid":-1,"times":9223372036854775807},
        {"vid":"00123","title":"12e5","context":"2024-01-02","tag":",,","uploaderEmail":"TRUE"}]}}
        """;

    public static TheoryData<string, string> Routes
    {
        get
        {
            var routes = new TheoryData<string, string>();
            foreach (var culture in new[] { "th-TH", "ar-SA", "de-DE", "zh-CN" })
            {
                foreach (var name in new[] { "a.jsonl", "a.jsonl.gz", "a.csv", "a.csv.gz", "sheet.csv" })
                {
                    routes.Add(culture, name);
                }
            }

            return routes;
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_video_of_every_platform_is_equal_after_export_and_import(string culture, string name)
    {
        ConnectAll();
        var expected = new Dictionary<Platform, List<string>>();
        foreach (var session in Store.All)
        {
            expected[session.Platform] = [.. (await ListAsync(session)).Select(Describe)];
            Assert.Equal(300, expected[session.Platform].Count);
        }

        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var file = await ExportAsync(name, forSpreadsheet: name.StartsWith("sheet", StringComparison.Ordinal));
            var videos = await ImportAsync(name);

            Assert.Equal(1500, file.Count);
            Assert.True(file.IsComplete);
            Assert.Equal(new FileInfo(PathOf(name)).Length, file.Length);
            Assert.Empty(Host.Errors);
            Assert.Empty(Host.CommandErrors);
            foreach (var (platform, described) in expected)
            {
                Assert.Equal(described, videos.Where(video => video.Platform == platform).Select(Describe));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a.jsonl", false)]
    [InlineData("a.jsonl.gz", false)]
    [InlineData("a.csv", false)]
    [InlineData("a.csv.gz", true)]
    [InlineData("a.csv", true)]
    public async Task Empty_texts_lists_odd_characters_and_undocumented_fields_are_equal(string name, bool forSpreadsheet)
    {
        Connect(Platform.Polyv);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = OddVideos, Times = 2 });
        var expected = await ListAsync(Store.All[0]);
        Assert.Equal(6, expected.Count);
        Assert.Equal(["a;b", "c"], ((PolyvVideo)expected[0]).Tags);

        await ExportAsync(name, forSpreadsheet);

        Assert.Equal(expected.Select(Describe), (await ImportAsync(name)).Select(Describe));
        Assert.Empty(Host.CommandErrors);
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.csv")]
    public async Task Additional_fields_of_every_platform_are_kept(string name)
    {
        Response("get-by-uploader", """{"code":200,"status":"success","data":{"totalItems":1,"contents":[{"vid":"a","x":1.50}]}}""");
        Response(ListCallOf(Platform.PolyvLive), """{"code":200,"status":"success","data":{"totalItems":1,"contents":[{"videoId":"a","mergeInfo":"[\"\",\" \",\"a;b\"]","x":"1"}]}}""");
        Response("video_list", """{"code":0,"data":{"List":[{"id":"a","duration":1.5,"x":[]}],"PageInfo":{"page":1,"total_count":1}}}""");
        Response("getVideos", """{"result":"true","code":"200","data":{"total":1,"videoList":[{"videoId":"a","creationTime":"2019-01-09 22:11:29.123","fileUrlList":["http://h/a;b","http://h/c"],"x":{}}]}}""");
        Response("workList", """{"code":"200","data":{"totalElements":1,"content":[{"digitalPersonWorksId":"a","fee":0.1,"duration":0.3333333,"x":null}]}}""");
        ConnectAll();
        Assert.Equal(5, (await ExportAsync(name)).Count);

        var videos = (await ImportAsync(name)).ToDictionary(video => video.Platform);

        Assert.Equal([1.5, "1"], new[] { Platform.Polyv, Platform.PolyvLive }.Select(platform => videos[platform].GetAdditionalData()["x"]));
        Assert.Equal(["", " ", "a;b"], ((PolyvLivePlayback)videos[Platform.PolyvLive]).MergeInfo);
        Assert.Empty((object?[])videos[Platform.Chanjing].GetAdditionalData()["x"]!);
        Assert.Equal(TimeSpan.FromSeconds(1.5), videos[Platform.Chanjing].Duration);
        Assert.Empty((IReadOnlyDictionary<string, object?>)videos[Platform.Qushipin].GetAdditionalData()["x"]!);
        Assert.Equal(["http://h/a;b", "http://h/c"], ((QushipinVideo)videos[Platform.Qushipin]).FileUrls);
        Assert.Equal(123, videos[Platform.Qushipin].CreatedAt!.Value.Millisecond);
        Assert.Null(videos[Platform.DigitalPerson].GetAdditionalData()["x"]);
        Assert.Equal(TimeSpan.FromTicks(3333333), videos[Platform.DigitalPerson].Duration);
        Assert.Equal(0.1, ((DigitalPersonWork)videos[Platform.DigitalPerson]).Fee);
    }

    [Fact]
    public async Task Sessions_are_references_to_the_same_account_and_server()
    {
        var session = Connect(Platform.Qushipin, "staging");
        await ExportAsync("a.jsonl");
        Store.Close(session);

        var sessions = (await ImportAsync("a.jsonl")).Select(video => video.Session!).Distinct().ToList();

        var reference = Assert.Single(sessions);
        Assert.False(reference.IsOpen);
        Assert.Equal(session.ToString(), reference.ToString());
        Assert.Equal(("staging", session.Account, session.BaseUri, session.ConnectedAt), (reference.Name, reference.Account, reference.BaseUri, reference.ConnectedAt));
    }

    [Fact]
    public async Task Videos_of_closed_sessions_are_exported_with_their_sessions()
    {
        var session = Connect(Platform.Chanjing);
        var videos = await ListAsync(session);
        Store.Close(session);

        var file = await ExportAsync("a.jsonl.gz", videos);

        Assert.Equal([session.ToString()], file.Sessions);
        Assert.Null(file.IsComplete);
        Assert.Equal(videos.Select(Describe), (await ImportAsync("a.jsonl.gz")).Select(Describe));
        using var content = new InventoryContent(PathOf("a.jsonl.gz"));
        Assert.Equal(session.Account, new JsonInventory(content, None).Header.Sessions.Values.Single().Account);
    }

    [Theory]
    [InlineData("a.jsonl", 0)]
    [InlineData("a.jsonl.gz", 0)]
    [InlineData("a.csv", 0)]
    public async Task Inventory_without_videos_is_valid(string name, int count)
    {
        var file = await ExportAsync(name, []);

        Assert.Equal(count, file.Count);
        Assert.Empty(await ImportAsync(name));
        Assert.Empty(Host.CommandErrors);
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_changed_is_still_read()
    {
        Connect(Platform.DigitalPerson);
        await ExportAsync("a.csv", forSpreadsheet: true);
        var expected = await ImportAsync("a.csv");
        var text = await File.ReadAllTextAsync(PathOf("a.csv"));

        // Semicolons instead of commas, and line feeds only.
        await using (var writer = new StreamWriter(PathOf("b.csv"), false, new System.Text.UTF8Encoding(true)))
        {
            var rows = new CsvReader(new StringReader(text));
            for (var cells = new List<string?>(); rows.Read(cells);)
            {
                await writer.WriteAsync(string.Join(';', cells.Select(cell => cell is null ? "" : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n");
            }
        }

        Assert.Equal(expected.Select(Describe), (await ImportAsync("b.csv")).Select(Describe));
    }

    [Fact]
    public async Task File_is_UTF_8_without_byte_order_mark_unless_it_is_for_spreadsheets()
    {
        Connect(Platform.Polyv);
        await ExportAsync("a.jsonl");
        await ExportAsync("a.csv");
        await ExportAsync("s.csv", forSpreadsheet: true);

        Assert.Equal((byte)'{', (await File.ReadAllBytesAsync(PathOf("a.jsonl")))[0]);
        Assert.Equal((byte)'P', (await File.ReadAllBytesAsync(PathOf("a.csv")))[0]);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(PathOf("s.csv"))).Take(3));
        Assert.Contains("🎬", await File.ReadAllTextAsync(PathOf("a.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_always_has_the_columns_of_all_platforms_in_the_same_order()
    {
        Connect(Platform.Chanjing);
        await ExportAsync("a.csv");
        await ExportAsync("b.csv", []);

        var columns = (await File.ReadAllLinesAsync(PathOf("a.csv")))[0].Split(',');
        Assert.Equal(string.Join(',', columns), Assert.Single(await File.ReadAllLinesAsync(PathOf("b.csv"))));
        Assert.Equal(["Platform", "Id", "Title", "State", "CreatedAt", "Duration", "Url", "CoverUrl", "Session", "Vid"], columns.Take(10));
        Assert.Equal("AdditionalData", columns[^1]);
        Assert.Equal(columns.Length, columns.Distinct().Count());
        Assert.All(
            typeof(PlatformVideo).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlatformVideo))).SelectMany(type => type.GetProperties()),
            property => Assert.Contains(property.Name, columns));
    }

    [Fact]
    public void Times_have_an_offset_and_only_the_digits_that_are_needed()
    {
        var text = new byte[InventoryTime.MaxLength];
        string Format(DateTimeOffset time) => System.Text.Encoding.ASCII.GetString(text, 0, InventoryTime.Format(time, text));

        var day = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(8));
        Assert.Equal("2024-02-29T01:02:03+08:00", Format(day));
        Assert.Equal("2024-02-29T01:02:03.5+08:00", Format(day.AddMilliseconds(500)));
        Assert.Equal("2024-02-29T01:02:03.0000001-03:30", Format(new DateTimeOffset(day.DateTime.AddTicks(1), TimeSpan.FromHours(-3.5))));
        Assert.True(InventoryTime.TryParse("2024-02-29T01:02:03.5+08:00", out var read));
        Assert.Equal(day.AddMilliseconds(500), read);
    }
}
