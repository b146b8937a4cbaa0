namespace VideoPlatforms.Tests.AllPlatforms;

/// <summary>A successful response without a list is an error, not an empty list.</summary>
public sealed class SuccessWithoutListTests : PlatformTest
{
    private static readonly Dictionary<Platform, string> Envelopes = new()
    {
        [Platform.Polyv] = """{"code":200,"status":"success","message":"success","data":@}""",
        [Platform.PolyvLive] = """{"code":200,"status":"success","message":"","data":@}""",
        [Platform.Chanjing] = """{"trace_id":"t","code":0,"msg":"","data":@}""",
        [Platform.Qushipin] = """{"result":"true","requestId":"r","message":"","code":"200","data":@}""",
        [Platform.DigitalPerson] = """{"code":200,"requestId":"r","resultMsg":"执行成功","data":@}""",
    };

    private static readonly Dictionary<Platform, (string List, string Total)> Names = new()
    {
        [Platform.Polyv] = ("contents", "\"totalItems\":@"),
        [Platform.PolyvLive] = ("contents", "\"totalItems\":@"),
        [Platform.Chanjing] = ("List", "\"PageInfo\":{\"total_count\":@}"),
        [Platform.Qushipin] = ("videoList", "\"total\":@"),
        [Platform.DigitalPerson] = ("content", "\"totalElements\":@"),
    };

    public static TheoryData<Platform, string> Responses
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var platform in Envelopes.Keys)
            {
                var (list, total) = Names[platform];
                foreach (var data in new[]
                {
                    "{}", "null", "\"\"", "[]", "42",
                    "{\"elsewhere\":[]," + total.Replace("@", "300", StringComparison.Ordinal) + "}",
                    "{" + total.Replace("@", "300", StringComparison.Ordinal) + "}",
                    "{\"" + list + "\":null," + total.Replace("@", "300", StringComparison.Ordinal) + "}",
                    "{\"" + list + "\":null}",
                    "{\"" + list + "\":[\"a\",null]," + total.Replace("@", "2", StringComparison.Ordinal) + "}",
                    "{\"" + list + "\":\"\"," + total.Replace("@", "300", StringComparison.Ordinal) + "}",
                })
                {
                    rows.Add(platform, Envelopes[platform].Replace("@", data, StringComparison.Ordinal));
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Success_without_a_list_is_an_unexpected_response(Platform platform, string response)
    {
        Response(ListCallOf(platform), response, times: int.MaxValue);

        var failure = await FailureOf(() => ReadAnyAsync(ClientOf(platform)));

        Assert.Equal($"{platform}.UnexpectedResponse", failure.ErrorId);
    }

    [Theory]
    [InlineData(Platform.Polyv)]
    [InlineData(Platform.PolyvLive)]
    [InlineData(Platform.Chanjing)]
    [InlineData(Platform.Qushipin)]
    [InlineData(Platform.DigitalPerson)]
    public async Task Total_of_zero_is_an_empty_list_with_or_without_the_list(Platform platform)
    {
        var (list, total) = Names[platform];
        foreach (var items in new[] { "[]", "null" })
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), Envelopes[platform].Replace("@", "{\"" + list + "\":" + items + "," + total.Replace("@", "0", StringComparison.Ordinal) + "}", StringComparison.Ordinal));

            Assert.Empty(await ReadAnyAsync(ClientOf(platform)));
        }
    }

    [Fact]
    public async Task Recommendations_without_a_list_are_an_unexpected_response()
    {
        Response("getRecommendVideos", Envelopes[Platform.Qushipin].Replace("@", "{\"total\":60,\"nowTotal\":3}", StringComparison.Ordinal), times: int.MaxValue);

        var failure = await FailureOf(() => ReadAsync((options, observer) => Qushipin().ListRecommendationsAsync(new(), options, observer)));

        Assert.Equal("Qushipin.UnexpectedResponse", failure.ErrorId);
    }
}
