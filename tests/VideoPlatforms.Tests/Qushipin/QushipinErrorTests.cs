using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Qushipin;

/// <summary>Document 003 lists no errors. These are the errors of the public servers.</summary>
public sealed class QushipinErrorTests : PlatformTest
{
    public static TheoryData<string, string, string, PlatformErrorCategory, bool> Rows => new()
    {
        { "401", "用户名,密码错误!", "Qushipin.LoginRejected", PlatformErrorCategory.AuthenticationError, true },
        { "500", "业务异常", "Qushipin.ServerError", PlatformErrorCategory.ResourceUnavailable, false },
        { "500", "java.lang.NullPointerException: null", "Qushipin.ServerError", PlatformErrorCategory.ResourceUnavailable, false },
        { "404", "new", "Qushipin.RequestRejected", PlatformErrorCategory.InvalidArgument, false },
        { "x-1", "new", "Qushipin.RequestRejected", PlatformErrorCategory.InvalidArgument, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_error_has_its_error_id_and_is_not_retried(string code, string message, string errorId, PlatformErrorCategory category, bool endsPipeline)
    {
        Response("console/vod", $$"""{"result":"false","requestId":"r-4711","message":"{{message}}","code":"{{code}}","data":null}""", int.MaxValue);
        var client = Qushipin();

        var listed = await FailureOf(() => ReadAsync(client));
        var written = await FailureOf(() => client.StartTranscodeAsync("v-1", narrowband: true, Host));

        Assert.All(new[] { listed, written }, failure =>
        {
            Assert.Equal((errorId, category, endsPipeline), (failure.ErrorId, failure.Category, failure.EndsPipeline));
            Assert.Equal((code, message, "r-4711"), (failure.VendorCode, failure.VendorMessage, failure.RequestId));
            Assert.Contains(message, failure.Message, StringComparison.Ordinal);
            Assert.Contains("r-4711", failure.Message, StringComparison.Ordinal);
        });
        Assert.Equal(("getVideos", null), (listed.Call, listed.Target));
        Assert.Equal(("submitTabTranscode", "v-1"), (written.Call, written.Target));
        Assert.Equal(2, Sandbox.Requests.Count(request => request.Call != "login"));
    }

    [Theory]
    [InlineData("""{"result":"false","requestId":"r","message":"no","code":"200","data":null}""")]
    [InlineData("""{"result":false,"requestId":"r","message":"no","code":200,"data":{"total":0,"videoList":[]}}""")]
    public async Task Result_false_takes_precedence_over_the_code(string body)
    {
        Response("getVideos", body);

        Assert.Equal("Qushipin.RequestRejected", (await FailureOf(() => ReadAsync(Qushipin()))).ErrorId);
    }

    [Fact]
    public async Task Unquoted_values_are_read()
    {
        Response("getVideos", """{"result":true,"requestId":7,"message":null,"code":200,"data":{"total":"1","videoList":[{"videoId":"a"}]}}""");

        Assert.Equal("a", Assert.Single(await ReadAsync(Qushipin())).Id);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 500)]
    public async Task Unknown_video_is_reported_with_its_id(bool asHttpStatus, int status)
    {
        Sandbox.Qushipin.ErrorsAsHttpStatus = asHttpStatus;

        var failure = await FailureOf(() => Qushipin().GetVideoAsync("nobody's", Host));

        Assert.Equal(("Qushipin.VideoNotFound", PlatformErrorCategory.ObjectNotFound), (failure.ErrorId, failure.Category));
        Assert.Equal(("nobody's", "500", "业务异常"), (failure.Target, failure.VendorCode, failure.VendorMessage));
        Assert.Equal(status, Received("getVideoById").Single().Status);
    }

    [Fact]
    public async Task Video_without_data_is_not_found()
    {
        Response("getVideoById", """{"result":"true","requestId":"r","message":"","code":"200","data":null}""");

        Assert.Equal("Qushipin.VideoNotFound", (await FailureOf(() => Qushipin().GetVideoAsync("a", Host))).ErrorId);
    }

    [Fact]
    public async Task Unknown_recommendation_is_reported_with_its_id()
    {
        var failure = await FailureOf(() => Qushipin().GetRecommendationAsync("nobody's", Host));

        Assert.Equal(("Qushipin.RecommendationNotFound", PlatformErrorCategory.ObjectNotFound, "nobody's"), (failure.ErrorId, failure.Category, failure.Target));
    }

    [Fact]
    public async Task Unknown_id_among_several_is_reported_and_the_others_are_read()
    {
        var client = Qushipin();
        var ids = IdsOf(Platform.Qushipin).Take(3).ToList();

        await ReadRunner.RunAsync([ids[0], "nobody's", ids[1], ids[2]], id => client.GetVideoAsync(id, Host), Host);

        Assert.Equal(ids, Host.Written<QushipinVideo>().Select(video => video.Id));
        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal(("Qushipin.VideoNotFound", "nobody's"), (failure.ErrorId, target));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Server_error_of_a_list_is_reported(bool asHttpStatus)
    {
        Sandbox.Qushipin.ErrorsAsHttpStatus = asHttpStatus;
        Sandbox.Qushipin.FailQueries = true;

        var failure = await FailureOf(() => ReadAsync(Qushipin()));

        Assert.Equal("Qushipin.ServerError", failure.ErrorId);
        Assert.Single(Received("getVideos"));
    }
}
