namespace VideoPlatforms.Tests.Chanjing;

/// <summary>Every row of the error table of document 000, and the codes of the vendor's other pages.</summary>
public sealed class ChanjingErrorTests : PlatformTest
{
    public static TheoryData<int, string, string, PlatformErrorCategory, bool> Rows => new()
    {
        { 400, "传入参数格式错误", "Chanjing.RequestMalformed", PlatformErrorCategory.InvalidArgument, false },
        { 10400, "AccessToken验证失败", "Chanjing.TokenRejected", PlatformErrorCategory.AuthenticationError, true },
        { 10400, "APP状态错误", "Chanjing.TokenRejected", PlatformErrorCategory.AuthenticationError, true },
        { 10401, "AccessToken验证失败", "Chanjing.TokenRejected", PlatformErrorCategory.AuthenticationError, true },
        { 40000, "参数错误", "Chanjing.ParameterRejected", PlatformErrorCategory.InvalidArgument, false },
        { 40001, "", "Chanjing.TooManyRequests", PlatformErrorCategory.LimitsExceeded, false },
        { 40002, "", "Chanjing.DurationExceeded", PlatformErrorCategory.LimitsExceeded, false },
        { 50000, "系统内部错误", "Chanjing.ServerError", PlatformErrorCategory.ResourceUnavailable, false },
        { 50011, "", "Chanjing.TextImproper", PlatformErrorCategory.PermissionDenied, false },
        { 99999, "new", "Chanjing.RequestRejected", PlatformErrorCategory.InvalidArgument, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_documented_error_has_its_error_id(int code, string message, string errorId, PlatformErrorCategory category, bool endsPipeline)
    {
        var body = $$"""{"trace_id":"trace-4711","code":{{code}},"msg":"{{message}}","data":null}""";
        Response("video_list", body, int.MaxValue);
        Response("/open/v1/video", body, int.MaxValue);
        var client = Chanjing();

        var listed = await FailureOf(() => ReadAsync(client));
        var read = await FailureOf(() => client.GetVideoAsync("e971e4d6", Host));

        foreach (var failure in new[] { listed, read })
        {
            Assert.Equal(errorId, failure.ErrorId);
            Assert.Equal(category, failure.Category);
            Assert.Equal(endsPipeline, failure.EndsPipeline);
            Assert.Equal($"{code}", failure.VendorCode);
            Assert.Equal(message, failure.VendorMessage);
            Assert.Equal("trace-4711", failure.RequestId);
            Assert.Contains("trace-4711", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(("video_list", null), (listed.Call, listed.Target));
        Assert.Equal(("video", "e971e4d6"), (read.Call, read.Target));
    }

    [Fact]
    public async Task Rate_limit_error_is_retried()
    {
        Response("video_list", """{"trace_id":"t","code":40001,"msg":"too many requests a second","data":null}""", 2);

        Assert.Equal(300, (await ReadAsync(Chanjing())).Count);
        Assert.Equal(["TooManyRequests", "TooManyRequests"], Host.Waits.Select(wait => wait.Reason));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed_query_is_retried(bool asHttpStatus)
    {
        Sandbox.Chanjing.ErrorsAsHttpStatus = asHttpStatus;
        Sandbox.Chanjing.FailQueries = true;

        var failure = await FailureOf(() => ReadAsync(Chanjing(configure: options => options.MaximumRetryCount = 2)));

        Assert.Equal("Chanjing.ServerError", failure.ErrorId);
        Assert.Equal(3, Received("video_list").Count);
    }

    [Fact]
    public async Task Account_limit_is_not_retried()
    {
        Response("video_list", """{"trace_id":"t","code":40002,"msg":"","data":null}""", int.MaxValue);

        await FailureOf(() => ReadAsync(Chanjing()));

        Assert.Single(Received("video_list"));
        Assert.Empty(Host.Waits);
    }

    [Fact]
    public async Task Unknown_id_is_reported_with_the_id()
    {
        var failure = await FailureOf(() => Chanjing().GetVideoAsync("nobody's", Host));

        Assert.Equal(("Chanjing.ParameterRejected", "nobody's"), (failure.ErrorId, failure.Target));
        Assert.Contains("nobody's", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task Success_without_a_video_is_an_unexpected_response(string data)
    {
        Response("/open/v1/video", $$"""{"trace_id":"t","code":0,"msg":"","data":{{data}}}""");

        var failure = await FailureOf(() => Chanjing().GetVideoAsync("a", Host));

        Assert.Equal(("Chanjing.UnexpectedResponse", "t"), (failure.ErrorId, failure.RequestId));
    }
}
