using System.Reflection;
using System.Text.Json.Serialization;

namespace VideoPlatforms.Tests.Json;

/// <summary>An undocumented value affects at most its own field, never the record or the page.</summary>
public sealed class OddFieldTests : PlatformTest
{
    private static readonly string[] Values =
    [
        "null", "true", "7", "-7.5", "1e400", "123456789012345678901234567890", "\"\"", "\"word\"", "\"cut \\ud83d\"", "\"\\udc00 \\u0041\\n\\\"\"",
        "[]", "[\"a\",\"b\"]", "[[{}],1,null]", "{}", "{\"a\":{\"b\":[1,2,{\"c\":\"\\ud83d\"}]}}",
    ];

    // A page of each platform: @ is replaced with the tested record.
    private static readonly Dictionary<Platform, (string Page, string Id, string Title)> Pages = new()
    {
        [Platform.Polyv] = ("""{"code":200,"status":"success","message":"","data":{"pageSize":3,"pageNumber":1,"totalItems":3,"contents":[{"vid":"a","title":"first"},@,{"vid":"c","title":"third"}]}}""", "vid", "title"),
        [Platform.PolyvLive] = ("""{"code":200,"status":"success","message":"","data":{"pageSize":3,"pageNumber":1,"totalItems":3,"contents":[{"videoId":"a","title":"first"},@,{"videoId":"c","title":"third"}]}}""", "videoId", "title"),
        [Platform.Chanjing] = ("""{"trace_id":"t","code":0,"msg":"","data":{"List":[{"id":"a"},@,{"id":"c"}],"PageInfo":{"page":1,"size":3,"total_count":3,"total_page":1}}}""", "id", "msg"),
        [Platform.Qushipin] = ("""{"result":"true","requestId":"r","message":"","code":"200","data":{"total":3,"videoList":[{"videoId":"a","title":"first"},@,{"videoId":"c","title":"third"}]}}""", "videoId", "title"),
        [Platform.DigitalPerson] = ("""{"code":200,"requestId":"r","resultMsg":"","data":{"content":[{"digitalPersonWorksId":"a","name":"first"},@,{"digitalPersonWorksId":"c","name":"third"}],"totalElements":3,"size":3,"number":0}}""", "digitalPersonWorksId", "name"),
    };

    public static TheoryData<Platform, string> Fields
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var platform in Pages.Keys)
            {
                foreach (var name in FieldsOf(platform).Where(name => name != Pages[platform].Id))
                {
                    rows.Add(platform, name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Undocumented_value_affects_only_its_field(Platform platform, string field)
    {
        var (page, id, title) = Pages[platform];
        foreach (var value in Values)
        {
            Sandbox.Faults.Clear();
            var secondTitle = field == title ? "" : $",\"{title}\":\"second\"";
            Response(ListCallOf(platform), page.Replace("@", $"{{\"{id}\":\"b\",\"{field}\":{value}{secondTitle}}}", StringComparison.Ordinal), times: int.MaxValue);

            var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 3 });

            Assert.Equal(["a", "b", "c"], videos.Select(video => video.Id));
            ReadAllProperties(videos[1]);
            if (secondTitle.Length > 0 && platform != Platform.Chanjing)
            {
                Assert.Equal("second", videos[1].Title);
            }
        }

        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"b\"")]
    [InlineData("[]")]
    public async Task Invalid_record_is_skipped_with_a_warning(string record)
    {
        foreach (var platform in Pages.Keys)
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), Pages[platform].Page.Replace("@", record, StringComparison.Ordinal), times: int.MaxValue);

            var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 3 });

            Assert.Equal(["a", "c"], videos.Select(video => video.Id));
        }

        Assert.Equal(Pages.Count, Host.Warnings.Count);
    }

    [Fact]
    public async Task Truncated_surrogate_pair_in_a_title_is_replaced()
    {
        Response(ListCallOf(Platform.Polyv), Pages[Platform.Polyv].Page.Replace("@", "{\"vid\":\"b\",\"title\":\"\\u4e2d\\\"\\ud83d\\ude00 \\ud83d\"}", StringComparison.Ordinal));

        Assert.Equal("中\"😀 \uFFFD", (await ReadAnyAsync(ClientOf(Platform.Polyv), new() { PageSize = 3 }))[1].Title);
    }

    [Fact]
    public async Task Tags_are_read_from_an_array()
    {
        Response(ListCallOf(Platform.Qushipin), Pages[Platform.Qushipin].Page.Replace("@", """{"videoId":"b","tags":["one","two"]}""", StringComparison.Ordinal));

        Assert.Equal(["one", "two"], ((QushipinVideo)(await ReadAnyAsync(ClientOf(Platform.Qushipin), new() { PageSize = 3 }))[1]).Tags);
    }

    [Theory]
    [InlineData("4X", VideoState.Failed)]
    [InlineData("5X", VideoState.Failed)]
    [InlineData("45", VideoState.Failed)]
    [InlineData("done", VideoState.Unknown)]
    public async Task Textual_status_of_Chanjing_is_kept(string status, VideoState state)
    {
        Response(ListCallOf(Platform.Chanjing), Pages[Platform.Chanjing].Page.Replace("@", $$"""{"id":"b","status":"{{status}}"}""", StringComparison.Ordinal));

        var video = (ChanjingVideo)(await ReadAnyAsync(ClientOf(Platform.Chanjing), new() { PageSize = 3 }))[1];

        Assert.Equal((status, state), (video.StatusCode, video.State));
    }

    [Theory]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("\"9007199254740993\"", 9007199254740993)]
    [InlineData("1099511627777", 1099511627777)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    public async Task Whole_numbers_are_exact(string json, long? expected)
    {
        Response(ListCallOf(Platform.Polyv), Pages[Platform.Polyv].Page.Replace("@", $$"""{"vid":"b","times":{{json}},"cataid":{{json}}}""", StringComparison.Ordinal));

        var video = (PolyvVideo)(await ReadAnyAsync(ClientOf(Platform.Polyv), new() { PageSize = 3 }))[1];

        Assert.Equal((expected, expected), (video.PlayCount, video.CategoryId));
    }

    // The documented names, taken from the records.
    private static IEnumerable<string> FieldsOf(Platform platform) =>
        typeof(PlatformVideo).Assembly.GetType($"VideoPlatforms.Clients.{platform}.{RecordOf(platform)}")!
            .GetProperties()
            .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name)
            .OfType<string>();

    private static string RecordOf(Platform platform) => platform switch
    {
        Platform.Polyv => "PolyvVideoRecord",
        Platform.PolyvLive => "PolyvLivePlaybackRecord",
        Platform.Chanjing => "ChanjingVideoRecord",
        Platform.Qushipin => "QushipinVideoRecord",
        Platform.DigitalPerson => "DigitalPersonWorkRecord",
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };

    private static void ReadAllProperties(PlatformVideo video)
    {
        foreach (var property in video.GetType().GetProperties())
        {
            property.GetValue(video);
        }

        video.GetAdditionalData();
    }
}
