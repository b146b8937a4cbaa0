using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.PolyvLive;

/// <summary>Every error in document 002.</summary>
public sealed class PolyvLiveErrorTests : PlatformTest
{
    public static TheoryData<int, string, string, PlatformErrorCategory, bool> Rows => new()
    {
        { 400, "appId is required.", "PolyvLive.AppIdMissing", PlatformErrorCategory.AuthenticationError, true },
        { 400, "application not found.", "PolyvLive.AppNotFound", PlatformErrorCategory.AuthenticationError, true },
        { 400, "invalid timestamp.", "PolyvLive.TimestampRejected", PlatformErrorCategory.AuthenticationError, true },
        { 403, "invalid signature.", "PolyvLive.SignatureRejected", PlatformErrorCategory.AuthenticationError, true },
        { 403, "number range error", "PolyvLive.PageSizeOutOfRange", PlatformErrorCategory.InvalidArgument, false },
        { 500, "", "PolyvLive.ServerError", PlatformErrorCategory.ResourceUnavailable, false },
        { 400, "something new", "PolyvLive.RequestRejected", PlatformErrorCategory.InvalidArgument, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_documented_error_has_its_error_id(int code, string message, string errorId, PlatformErrorCategory category, bool endsPipeline)
    {
        Response("playback/list", $$"""{"code":{{code}},"status":"error","message":"{{message}}","data":""}""", int.MaxValue);

        var failure = await FailureOf(() => ReadAsync(PolyvLive()));

        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(category, failure.Category);
        Assert.Equal(endsPipeline, failure.EndsPipeline);
        Assert.Equal($"{code}", failure.VendorCode);
        Assert.Equal(message, failure.VendorMessage);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal("playback/list", failure.Call);
    }

    [Theory]
    [InlineData("failure-no-app-id", "PolyvLive.AppIdMissing")]
    [InlineData("failure-app-id", "PolyvLive.AppNotFound")]
    [InlineData("failure-timestamp", "PolyvLive.TimestampRejected")]
    [InlineData("failure-signature", "PolyvLive.SignatureRejected")]
    [InlineData("failure-page-size", "PolyvLive.PageSizeOutOfRange")]
    public async Task Sample_errors_of_the_document_are_read(string sample, string errorId)
    {
        Response("playback/list", Documents.Read($"polyv-live-{sample}.json"), int.MaxValue);

        Assert.Equal(errorId, (await FailureOf(() => ReadAsync(PolyvLive()))).ErrorId);
    }

    [Theory]
    [InlineData(false, 200, 200)]
    [InlineData(true, 400, 403)]
    public async Task Wrong_app_id_and_wrong_secret_have_different_errors(bool asHttpStatus, int appStatus, int secretStatus)
    {
        Sandbox.PolyvLive.ErrorsAsHttpStatus = asHttpStatus;

        var app = await FailureOf(() => ReadAsync(PolyvLive(appId: "another app")));
        var secret = await FailureOf(() => ReadAsync(PolyvLive(appSecret: "another secret")));

        Assert.Equal(("PolyvLive.AppNotFound", appStatus), (app.ErrorId, app.HttpStatus!.Value));
        Assert.Equal(("PolyvLive.SignatureRejected", secretStatus), (secret.ErrorId, secret.HttpStatus!.Value));
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("应用 1&2=3")]
    [InlineData("a+b/c?d#e%41")]
    public async Task Special_characters_in_an_app_id_are_sent_unchanged(string appId)
    {
        var failure = await FailureOf(() => ReadAsync(PolyvLive(appId)));

        Assert.Equal("PolyvLive.AppNotFound", failure.ErrorId);
        Assert.Equal(appId, Sandbox.Requests.Single().Parameters["appId"]);
    }

    [Theory]
    [InlineData(240)]
    [InlineData(-86400)]
    public async Task Clock_offset_is_corrected_once(int seconds)
    {
        Sandbox.ClockSkew = TimeSpan.FromSeconds(seconds);
        var client = PolyvLive();

        var playbacks = await ReadAsync(client, options: new() { PageSize = 100 });

        Assert.Equal(IdsOf(Platform.PolyvLive), playbacks.Select(playback => playback.Id));
        Assert.Equal(4, Sandbox.Requests.Count);
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed_query_is_retried(bool asHttpStatus)
    {
        Sandbox.PolyvLive.ErrorsAsHttpStatus = asHttpStatus;
        Sandbox.PolyvLive.FailQueries = true;

        var failure = await FailureOf(() => ReadAsync(PolyvLive(configure: options => options.MaximumRetryCount = 2)));

        Assert.Equal("PolyvLive.ServerError", failure.ErrorId);
        Assert.Equal(3, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Errors_and_output_contain_no_secret()
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = $$"""{"code":403,"status":"error","message":"{{Sandbox.PolyvLive.GetAppSecret()}} does not fit","data":""}""",
        });

        var failure = await FailureOf(() => ReadAsync(PolyvLive()));

        Assert.DoesNotContain(Sandbox.PolyvLive.GetAppSecret(), string.Join('\n', [failure.ToString(), failure.VendorMessage!, .. Host.Lines]), StringComparison.Ordinal);
    }
}
