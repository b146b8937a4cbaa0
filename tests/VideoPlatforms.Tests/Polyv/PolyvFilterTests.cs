using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Sandbox.Polyv;

namespace VideoPlatforms.Tests.Polyv;

/// <summary>Every filter is sent with the name and value of the document, and applied.</summary>
public sealed class PolyvFilterTests : SandboxTest
{
    private const long Courses = 1_539_918_907_896;

    private static readonly string[] Always = ["page", "pageSize", "ptime", "sign"];

    [Fact]
    public async Task Uploader_is_sent_as_email() =>
        await ExpectAsync(new() { UploaderEmail = "test2@zzs.com" }, [("email", "test2@zzs.com")], video => video.UploaderEmail == "test2@zzs.com");

    [Fact]
    public async Task Category_is_sent_as_cataid() =>
        await ExpectAsync(new() { CategoryId = Courses }, [("cataid", "1539918907896")], video => video.Cataid == Courses);

    [Fact]
    public async Task Subcategories_are_sent_as_containSubCata()
    {
        // 课程 with its subcategories 数学, 代数 and 物理.
        HashSet<long> below = [Courses, 1_539_918_907_897, 1_539_918_907_898, 1_539_918_907_899];
        await ExpectAsync(
            new() { CategoryId = Courses, IncludeSubcategory = true },
            [("cataid", "1539918907896"), ("containSubCata", "1")],
            video => below.Contains(video.Cataid));
    }

    [Fact]
    public async Task Published_is_sent_as_published() =>
        await ExpectAsync(new() { PublishedOnly = true }, [("published", "1")], video => video.Status is "60" or "61");

    [Fact]
    public async Task All_filters_are_sent_together() =>
        await ExpectAsync(
            new() { UploaderEmail = "test1@zzs.com", CategoryId = 1, PublishedOnly = true, OrderBy = PolyvVideoOrder.UploadTime },
            [("cataid", "1"), ("email", "test1@zzs.com"), ("orderType", "1"), ("published", "1")],
            video => video is { UploaderEmail: "test1@zzs.com", Cataid: 1, Status: "60" or "61" },
            inOrder: false);

    [Theory]
    [InlineData(PolyvVideoOrder.UploadTime, false, "1")]
    [InlineData(PolyvVideoOrder.UploadTime, true, "2")]
    [InlineData(PolyvVideoOrder.PlayCount, false, "3")]
    [InlineData(PolyvVideoOrder.PlayCount, true, "4")]
    [InlineData(null, true, "2")]
    [InlineData(null, false, null)]
    public async Task Order_is_sent_as_orderType(PolyvVideoOrder? orderBy, bool descending, string? orderType)
    {
        var videos = await ListAsync(Polyv(), new() { OrderBy = orderBy, Descending = descending }, OnePage);

        Assert.Equal(orderType, Sandbox.Requests.Single().Parameters.GetValueOrDefault("orderType"));
        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        var keys = videos.Select(video => orderBy == PolyvVideoOrder.PlayCount ? video.PlayCount!.Value : video.CreatedAt!.Value.UtcTicks).ToList();
        Assert.Equal(orderType is "1" or "3" ? keys.Order() : keys.OrderDescending(), keys);
    }

    [Fact]
    public async Task Pages_are_requested_from_1()
    {
        await ListAsync(Polyv(), options: new() { PageSize = 50 });

        Assert.Equal(["1", "2", "3", "4", "5", "6"], Sandbox.Requests.Select(request => request.Parameters["page"]).Order());
        Assert.All(Sandbox.Requests, request => Assert.Equal("50", request.Parameters["pageSize"]));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    public async Task Any_number_is_accepted_as_a_category(long category)
    {
        var failure = await FailAsync(Polyv(), new() { CategoryId = category });

        Assert.Equal("Polyv.CategoryNotFound", failure.ErrorId);
        Assert.Equal(category.ToString(System.Globalization.CultureInfo.InvariantCulture), Sandbox.Requests.Single().Parameters["cataid"]);
    }

    private async Task ExpectAsync(PolyvVideoFilter filter, (string Name, string Value)[] sent, Func<PolyvSandboxVideo, bool> wanted, bool inOrder = true)
    {
        var videos = await ListAsync(Polyv(), filter, OnePage);

        var parameters = Sandbox.Requests.Single().Parameters;
        Assert.Equal(sent, parameters.Where(pair => !Always.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        var expected = Sandbox.Polyv.Videos.Where(wanted).Select(video => video.Vid).ToList();
        Assert.NotEmpty(expected);
        Assert.NotEqual(Sandbox.Polyv.Videos.Count, expected.Count);
        Assert.Equal(inOrder ? expected : expected.Order(), inOrder ? videos.Select(video => video.Vid) : videos.Select(video => video.Vid).Order());
    }
}
