namespace VideoPlatforms.Tests.AllPlatforms;

/// <summary>A successful response without a list is an error, not an empty list.</summary>
public sealed class SuccessWithoutListTests : PlatformTest
{
    public static TheoryData<Platform, string> Responses
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var sample in PlatformSamples.All)
            {
                var (list, total) = (sample.ListField, sample.TotalOf(300));
                foreach (var data in new[]
                {
                    "{}", "null", "\"\"", "[]", "42",
                    "{\"elsewhere\":[]," + total + "}",
                    "{" + total + "}",
                    "{\"" + list + "\":null," + total + "}",
                    "{\"" + list + "\":null}",
                    "{\"" + list + "\":[\"a\",null]," + sample.TotalOf(2) + "}",
                    "{\"" + list + "\":\"\"," + total + "}",
                })
                {
                    rows.Add(sample.Platform, sample.Response(data));
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
    [MemberData(nameof(Platforms))]
    public async Task Total_of_zero_is_an_empty_list_with_or_without_the_list(Platform platform)
    {
        var sample = PlatformSamples.Of(platform);
        foreach (var items in new[] { "[]", "null" })
        {
            Sandbox.Faults.Clear();
            Response(ListCallOf(platform), sample.Response("{\"" + sample.ListField + "\":" + items + "," + sample.TotalOf(0) + "}"));

            Assert.Empty(await ReadAnyAsync(ClientOf(platform)));
        }
    }

    [Fact]
    public async Task Recommendations_without_a_list_are_an_unexpected_response()
    {
        Response("getRecommendVideos", PlatformSamples.Of(Platform.Qushipin).Response("{\"total\":60,\"nowTotal\":3}"), times: int.MaxValue);

        var failure = await FailureOf(() => ReadAsync((options, observer) => Qushipin().ListRecommendationsAsync(new(), options, observer)));

        Assert.Equal("Qushipin.UnexpectedResponse", failure.ErrorId);
    }
}
