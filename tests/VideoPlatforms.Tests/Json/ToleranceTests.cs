using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Json;

/// <summary>Responses that deviate from the documents.</summary>
public sealed class ToleranceTests : SandboxTest
{
    [Fact]
    public async Task Number_in_quotes_is_read()
    {
        var video = await ReadAsync("""{"vid":"a","cataid":"1539918907896","times":"12","ptime":"1540780829403"}""");

        Assert.Equal(1_539_918_907_896, video.CategoryId);
        Assert.Equal(12, video.PlayCount);
        Assert.Equal(1_540_780_829_403, video.CreatedAt!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Paging_numbers_in_quotes_are_read()
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = """{"code":"200","status":"success","data":{"pageSize":"1","pageNumber":"1","totalItems":"2","contents":[{"vid":"a"}]}}""",
        });
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = """{"code":"200","status":"success","data":{"pageSize":"1","pageNumber":"2","totalItems":"2","contents":[{"vid":"b"}]}}""",
        });

        Assert.Equal(["a", "b"], (await ListAsync(Polyv())).Select(video => video.Id));
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData("12.0", 12L)]
    [InlineData("1.2e1", 12L)]
    [InlineData("\"12.0\"", 12L)]
    [InlineData("\" 12 \"", 12L)]
    [InlineData("-3", -3L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e400", null)]
    [InlineData("12.5", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"twelve\"", null)]
    [InlineData("null", null)]
    public async Task Integer_is_read_exactly_or_not_at_all(string json, long? expected) =>
        Assert.Equal(expected, (await ReadAsync($$"""{"vid":"a","times":{{json}}}""")).PlayCount);

    [Theory]
    [InlineData("61", "61")]
    [InlineData("-1", "-1")]
    [InlineData("61.50", "61.50")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    public async Task String_without_quotes_is_read(string json, string? expected)
    {
        var video = await ReadAsync($$"""{"vid":"a","status":{{json}},"title":{{json}}}""");

        Assert.Equal(expected, video.StatusCode);
        Assert.Equal(expected, video.Title);
    }

    [Fact]
    public async Task Video_without_fields_is_read()
    {
        var video = await ReadAsync("{}");

        Assert.Null(video.Id);
        Assert.Null(video.Title);
        Assert.Null(video.CreatedAt);
        Assert.Null(video.CategoryId);
        Assert.Null(video.CoverUrl);
        Assert.Empty(video.Tags);
        Assert.Equal("", video.Tags.ToString());
        Assert.Equal(VideoState.Unknown, video.State);
        Assert.Empty(video.GetAdditionalData());
        Assert.Equal("Polyv ", video.ToString());
    }

    [Fact]
    public async Task Videos_without_an_id_are_not_duplicates()
    {
        Response("""{"totalItems":3,"pageSize":20,"pageNumber":1,"contents":[{"title":"x"},{"title":"x","vid":null},{"title":"x","vid":""}]}""");

        Assert.Equal(3, (await ListAsync(Polyv())).Count);
    }

    [Theory]
    [InlineData("""{"totalItems":0,"pageSize":20,"pageNumber":1,"contents":null}""")]
    [InlineData("""{"totalItems":0,"pageSize":20,"pageNumber":1,"contents":[]}""")]
    [InlineData("""{"totalItems":0,"pageSize":20,"pageNumber":1}""")]
    public async Task Total_of_0_with_or_without_a_list_is_empty(string data)
    {
        Response(data);

        Assert.Empty(await ListAsync(Polyv()));
        Assert.Empty(Host.Warnings);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Null_in_a_list_is_skipped_with_a_warning()
    {
        Response("""{"totalItems":3,"pageSize":20,"pageNumber":1,"contents":[null,{"vid":"a"},null]}""");
        Response("""{"totalItems":3,"pageSize":20,"pageNumber":2,"contents":[]}""");

        Assert.Equal("a", Assert.Single(await ListAsync(Polyv())).Id);
        Assert.Single(Host.Warnings);
    }

    [Fact]
    public async Task Trailing_commas_are_accepted()
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = """{"code":200,"status":"success","data":{"totalItems":1,"contents":[{"vid":"a","title":"b",},],},}""",
        });

        Assert.Equal("b", Assert.Single(await ListAsync(Polyv())).Title);
    }

    [Fact]
    public async Task Undocumented_fields_are_kept_as_plain_values()
    {
        var video = await ReadAsync(
            """
            {"vid":"a","text":"x","whole":9007199254740993,"part":1.5,"yes":true,"no":false,"none":null,
             "list":[1,"two",[3],null],"object":{"inner":{"deep":1}},"中文":"值","Vid":"other case"}
            """);

        var data = video.GetAdditionalData();
        Assert.Equal("a", video.Id);
        Assert.Equal(["list", "no", "none", "object", "part", "text", "Vid", "whole", "yes", "中文"], data.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("x", data["text"]);
        Assert.Equal(9_007_199_254_740_993L, data["whole"]);
        Assert.Equal(1.5, data["part"]);
        Assert.Equal(true, data["yes"]);
        Assert.Equal(false, data["no"]);
        Assert.Null(data["none"]);
        var list = Assert.IsType<object?[]>(data["list"]);
        Assert.Equal([1L, "two"], list.Take(2));
        Assert.Equal([3L], Assert.IsType<object?[]>(list[2]));
        Assert.Null(list[3]);
        var inner = Assert.IsType<Dictionary<string, object?>>(Assert.IsType<Dictionary<string, object?>>(data["object"])["inner"]);
        Assert.Equal(1L, inner["deep"]);
        Assert.Equal("值", data["中文"]);
    }

    [Fact]
    public async Task Last_value_of_a_duplicate_field_is_used()
    {
        var video = await ReadAsync("""{"vid":"a","vid":"b","more":1,"more":2,"object":{"x":1,"x":2}}""");

        Assert.Equal("b", video.Id);
        Assert.Equal(2L, video.GetAdditionalData()["more"]);
        Assert.Equal(2L, Assert.IsType<Dictionary<string, object?>>(video.GetAdditionalData()["object"])["x"]);
    }

    [Theory]
    [InlineData("//cdn.example.com/a.jpg", "https://cdn.example.com/a.jpg")]
    [InlineData("http://例子.cn/%41 b?c=1#d", "http://例子.cn/%41 b?c=1#d")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    public async Task Url_is_kept_unchanged(string sent, string? expected)
    {
        var video = await ReadAsync($$"""{"vid":"a","firstImage":"{{sent}}","aacLink":"{{sent}}"}""");

        Assert.Equal(expected, video.CoverUrl);
        Assert.Equal(expected, video.AudioUrl);
    }

    [Theory]
    [InlineData("1540780829403", "2018-10-29T10:40:29.4030000+08:00")]
    [InlineData("0", "1970-01-01T08:00:00.0000000+08:00")]
    [InlineData("-1", "1970-01-01T07:59:59.9990000+08:00")]
    [InlineData("9223372036854775807", null)]
    [InlineData("-9223372036854775808", null)]
    [InlineData("253402300799999", null)]
    [InlineData("-62135596800000", null)]
    [InlineData("253402214399999", "9999-12-31T07:59:59.9990000+08:00")]
    public async Task Time_out_of_range_is_null(string ptime, string? expected) =>
        Assert.Equal(expected, (await ReadAsync($$"""{"vid":"a","ptime":{{ptime}}}""")).CreatedAt?.ToString("o"));

    [Theory]
    [InlineData("", "")]
    [InlineData("1", "1")]
    [InlineData("培训,直播,2024", "培训;直播;2024")]
    [InlineData(" a , ,b,", "a;b")]
    [InlineData(",,", "")]
    public async Task Tags_are_formatted_with_semicolons(string tag, string expected)
    {
        var tags = (await ReadAsync($$"""{"vid":"a","tag":"{{tag}}"}""")).Tags;

        Assert.Equal(expected, tags.ToString());
        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries), tags);
        Assert.Equal(tags.ToList(), Enumerable.Range(0, tags.Count).Select(index => tags[index]));
    }

    private void Response(string data) =>
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = $$"""{"code":200,"status":"success","message":"success","data":{{data}}}""" });

    private async Task<PolyvVideo> ReadAsync(string video)
    {
        Response($$"""{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{{video}}]}""");
        return Assert.Single(await ListAsync(Polyv()));
    }
}
