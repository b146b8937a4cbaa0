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

    public static TheoryData<Platform, string> Fields
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var sample in PlatformSamples.All)
            {
                foreach (var name in FieldsOf(sample).Where(name => name != sample.IdField))
                {
                    rows.Add(sample.Platform, name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Undocumented_value_affects_only_its_field(Platform platform, string field)
    {
        var sample = PlatformSamples.Of(platform);
        var title = field == sample.TitleField ? null : "second";
        foreach (var value in Values)
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), PageWith(platform, sample.Item("b", title, $"\"{field}\":{value}")), times: int.MaxValue);

            var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 3 });

            Assert.Equal(["a", "b", "c"], videos.Select(video => video.Id));
            ReadAllProperties(videos[1]);
            if (title is not null && sample.TitleField is not null)
            {
                Assert.Equal(title, videos[1].Title);
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
        foreach (var platform in PlatformSamples.All.Select(sample => sample.Platform))
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), PageWith(platform, record), times: int.MaxValue);

            var videos = await ReadAnyAsync(ClientOf(platform), new() { PageSize = 3 });

            Assert.Equal(["a", "c"], videos.Select(video => video.Id));
        }

        Assert.Equal(PlatformSamples.All.Count, Host.Warnings.Count);
    }

    [Fact]
    public async Task Truncated_surrogate_pair_in_a_title_is_replaced()
    {
        Response(ListCallOf(Platform.Polyv), PageWith(Platform.Polyv, "{\"vid\":\"b\",\"title\":\"\\u4e2d\\\"\\ud83d\\ude00 \\ud83d\"}"));

        Assert.Equal("中\"😀 \uFFFD", (await ReadAnyAsync(ClientOf(Platform.Polyv), new() { PageSize = 3 }))[1].Title);
    }

    [Fact]
    public async Task Tags_are_read_from_an_array()
    {
        Response(ListCallOf(Platform.Qushipin), PageWith(Platform.Qushipin, """{"videoId":"b","tags":["one","two"]}"""));

        Assert.Equal(["one", "two"], ((QushipinVideo)(await ReadAnyAsync(ClientOf(Platform.Qushipin), new() { PageSize = 3 }))[1]).Tags);
    }

    [Theory]
    [InlineData("4X", VideoState.Failed)]
    [InlineData("5X", VideoState.Failed)]
    [InlineData("45", VideoState.Failed)]
    [InlineData("done", VideoState.Unknown)]
    public async Task Textual_status_of_Chanjing_is_kept(string status, VideoState state)
    {
        Response(ListCallOf(Platform.Chanjing), PageWith(Platform.Chanjing, $$"""{"id":"b","status":"{{status}}"}"""));

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
        Response(ListCallOf(Platform.Polyv), PageWith(Platform.Polyv, $$"""{"vid":"b","times":{{json}},"cataid":{{json}}}"""));

        var video = (PolyvVideo)(await ReadAnyAsync(ClientOf(Platform.Polyv), new() { PageSize = 3 }))[1];

        Assert.Equal((expected, expected), (video.PlayCount, video.CategoryId));
    }

    /// <summary>A page with the tested record between two others.</summary>
    private static string PageWith(Platform platform, string record)
    {
        var sample = PlatformSamples.Of(platform);
        return sample.Page($"[{sample.Item("a", "first")},{record},{sample.Item("c", "third")}]", total: 3, size: 3);
    }

    // The documented names, taken from the records.
    private static IEnumerable<string> FieldsOf(PlatformSample sample) =>
        sample.Record.GetProperties().Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>();

    private static void ReadAllProperties(PlatformVideo video)
    {
        foreach (var property in video.GetType().GetProperties())
        {
            property.GetValue(video);
        }

        video.GetAdditionalData();
    }
}
