using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class HttpStatusTests : SandboxTest
{
    public static TheoryData<int, string, PlatformErrorCategory> Statuses => new()
    {
        { 400, "Polyv.RequestRejected", PlatformErrorCategory.InvalidArgument },
        { 401, "Polyv.RequestRejected", PlatformErrorCategory.InvalidArgument },
        { 403, "Polyv.RequestRejected", PlatformErrorCategory.InvalidArgument },
        { 404, "Polyv.RequestRejected", PlatformErrorCategory.InvalidArgument },
        { 405, "Polyv.RequestRejected", PlatformErrorCategory.InvalidArgument },
        { 408, "Polyv.TimedOut", PlatformErrorCategory.OperationTimeout },
        { 429, "Polyv.TooManyRequests", PlatformErrorCategory.LimitsExceeded },
        { 500, "Polyv.ServerError", PlatformErrorCategory.ResourceUnavailable },
        { 502, "Polyv.ServerError", PlatformErrorCategory.ResourceUnavailable },
        { 503, "Polyv.ServerError", PlatformErrorCategory.ResourceUnavailable },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Empty_response_is_reported_by_its_status(int status, string errorId, PlatformErrorCategory category) =>
        await ExpectAsync(status, null, errorId, category);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Html_response_is_quoted(int status, string errorId, PlatformErrorCategory category)
    {
        var failure = await ExpectAsync(status, "<html><body>Gateway of example.com</body></html>", errorId, category);

        Assert.Contains("Gateway of example.com", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Json_with_an_unexpected_structure_is_quoted(int status, string errorId, PlatformErrorCategory category)
    {
        var failure = await ExpectAsync(status, """{"error":"quota of example.com"}""", errorId, category);

        Assert.Contains("quota of example.com", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Undocumented_vendor_error_keeps_its_code_and_message(int status, string errorId, PlatformErrorCategory category)
    {
        var failure = await ExpectAsync(status, """{"code":9999,"status":"error","message":"something new","data":""}""", errorId, category);

        Assert.Equal("9999", failure.VendorCode);
        Assert.Equal("something new", failure.VendorMessage);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Documented_error_is_recognized_with_any_status(int status) =>
        await ExpectAsync(
            status,
            """{"code":400,"status":"error","message":"cata is not exist.","data":""}""",
            "Polyv.CategoryNotFound",
            PlatformErrorCategory.ObjectNotFound);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Error_status_takes_precedence_over_success_in_the_body(int status, string errorId, PlatformErrorCategory category) =>
        await ExpectAsync(
            status, """{"code":200,"status":"success","data":{"pageSize":20,"pageNumber":1,"totalItems":0,"contents":[]}}""", errorId, category);

    [Theory]
    [InlineData(201)]
    [InlineData(203)]
    public async Task Every_2xx_status_is_a_success(int status)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Status,
            Status = status,
            Body = """{"code":200,"status":"success","data":{"pageSize":20,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a"}]}}""",
        });

        Assert.Single(await ListAsync(Polyv()));
    }

    [Fact]
    public async Task No_content_is_an_unexpected_response()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 204 });

        Assert.Equal("Polyv.UnexpectedResponse", (await FailAsync(Polyv())).ErrorId);
    }

    private async Task<PlatformException> ExpectAsync(int status, string? body, string errorId, PlatformErrorCategory category)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Body = body, Times = int.MaxValue });
        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 0));
        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(category, failure.Category);
        Assert.Equal(status, failure.HttpStatus);
        Assert.Equal(1, Sandbox.Requests.Count);
        return failure;
    }
}
