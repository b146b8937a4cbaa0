using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Polyv;

/// <summary>Every row of the error table of document 001.</summary>
public sealed class PolyvErrorTests : SandboxTest
{
    public static TheoryData<int, string, string, PlatformErrorCategory, bool> Rows => new()
    {
        { 400, "sign can not be empty.", "Polyv.SignatureMissing", PlatformErrorCategory.AuthenticationError, true },
        { 400, "ptime is too old.", "Polyv.TimestampExpired", PlatformErrorCategory.AuthenticationError, true },
        { 400, "ptime is illegal.", "Polyv.TimestampIllegal", PlatformErrorCategory.AuthenticationError, true },
        { 400, "Could not find user by userid.", "Polyv.UserNotFound", PlatformErrorCategory.AuthenticationError, true },
        { 400, "the sign is not right.", "Polyv.SignatureRejected", PlatformErrorCategory.AuthenticationError, true },
        { 400, "cata is not exist.", "Polyv.CategoryNotFound", PlatformErrorCategory.ObjectNotFound, false },
        { 400, "child user not exist.", "Polyv.SubaccountNotFound", PlatformErrorCategory.ObjectNotFound, false },
        { 500, "query failed.", "Polyv.QueryFailed", PlatformErrorCategory.ResourceUnavailable, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_documented_error_has_its_error_id(int code, string message, string errorId, PlatformErrorCategory category, bool endsPipeline)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = $$"""{"code":{{code}},"status":"error","message":"{{message}}","data":""}""",
            Times = int.MaxValue,
        });

        var failure = await FailAsync(Polyv());

        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(category, failure.Category);
        Assert.Equal(endsPipeline, failure.EndsPipeline);
        Assert.Equal(message, failure.VendorMessage);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal("get-by-uploader", failure.Call);
    }

    [Fact]
    public void Error_ids_are_distinct() => Assert.Equal(8, Rows.Select(row => row[2]).Distinct().Count());

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 400)]
    public async Task Wrong_key_is_rejected(bool asHttpStatus, int status)
    {
        Sandbox.Polyv.ErrorsAsHttpStatus = asHttpStatus;

        var failure = await FailAsync(Polyv(secretKey: "another key"));

        Assert.Equal("Polyv.SignatureRejected", failure.ErrorId);
        Assert.Equal("the sign is not right.", failure.VendorMessage);
        Assert.Equal(status, failure.HttpStatus);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Unknown_user_is_reported()
    {
        var failure = await FailAsync(Polyv(userId: "somebody"));

        Assert.Equal("Polyv.UserNotFound", failure.ErrorId);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Unknown_category_is_reported_with_its_id()
    {
        var failure = await FailAsync(Polyv(), new() { CategoryId = 4711 });

        Assert.Equal("Polyv.CategoryNotFound", failure.ErrorId);
        Assert.Equal("cataid 4711", failure.Target);
        Assert.Contains("4711", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_uploader_is_reported_with_the_email_address()
    {
        var failure = await FailAsync(Polyv(), new() { UploaderEmail = "nobody@example.com", CategoryId = 1 });

        Assert.Equal("Polyv.SubaccountNotFound", failure.ErrorId);
        Assert.Equal("email nobody@example.com, cataid 1", failure.Target);
        Assert.Contains("nobody@example.com", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed_query_is_retried(bool asHttpStatus)
    {
        Sandbox.Polyv.ErrorsAsHttpStatus = asHttpStatus;
        Sandbox.Polyv.FailQueries = true;

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 2));

        Assert.Equal("Polyv.QueryFailed", failure.ErrorId);
        Assert.Equal(3, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Request_id_is_included_in_the_error()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = """{"code":400,"requestId":"abc-4711","status":"error","message":"cata is not exist.","data":""}""" });

        var failure = await FailAsync(Polyv());

        Assert.Equal("abc-4711", failure.RequestId);
        Assert.Contains("abc-4711", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploader_without_videos_returns_an_empty_list()
    {
        Assert.Empty(await ListAsync(Polyv(), new() { UploaderEmail = "empty@example.com" }));
        Assert.Empty(Host.Warnings);
    }
}
