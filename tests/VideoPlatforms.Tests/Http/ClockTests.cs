using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class ClockTests : SandboxTest
{
    private const string TooOld = """{"code":400,"status":"error","message":"ptime is too old.","data":""}""";
    private const string Illegal = """{"code":400,"status":"error","message":"ptime is illegal.","data":""}""";

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    [InlineData(60 * 24 * 400)]
    public async Task Clock_offset_is_corrected_with_the_servers_date(int minutes)
    {
        Sandbox.ClockSkew = TimeSpan.FromMinutes(minutes);

        var videos = await ListAsync(Polyv(), options: new() { PageSize = 50 });

        Assert.Equal(Sandbox.Polyv.Videos.Select(video => video.Vid), videos.Select(video => video.Vid));
        Assert.Contains("Polyv", Assert.Single(Host.Warnings), StringComparison.Ordinal);
        Assert.Equal(6 + 1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task Tolerated_clock_offset_is_not_corrected(int minutes)
    {
        Sandbox.ClockSkew = TimeSpan.FromMinutes(minutes);

        await ListAsync(Polyv(), options: OnePage);

        Assert.Empty(Host.Warnings);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Session_keeps_the_clock_offset()
    {
        Sandbox.ClockSkew = TimeSpan.FromMinutes(10);
        var client = Polyv();
        await ListAsync(client, options: OnePage);
        Sandbox.Requests.Clear();

        await ListAsync(client, options: OnePage);

        Assert.Single(Host.Warnings);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Concurrent_pages_report_the_clock_offset_once()
    {
        // The server's clock changes after the first page, and the concurrent requests for the other pages are rejected.
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Skip = 1, Before = () => Sandbox.ClockSkew = TimeSpan.FromMinutes(10) });

        var videos = await ListAsync(Polyv(), options: new() { PageSize = 30, ThrottleLimit = 8 });

        Assert.Equal(Sandbox.Polyv.Videos.Select(video => video.Vid), videos.Select(video => video.Vid));
        Assert.Single(Host.Warnings);
    }

    [Fact]
    public async Task Second_clock_change_is_corrected_without_another_warning()
    {
        Sandbox.ClockSkew = TimeSpan.FromMinutes(10);
        var client = Polyv();
        await ListAsync(client, options: OnePage);
        Sandbox.ClockSkew = TimeSpan.FromMinutes(-10);
        Host.Objects.Clear();

        var videos = await ListAsync(client, options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        Assert.Single(Host.Warnings);
    }

    [Theory]
    [InlineData(TooOld, "Polyv.TimestampExpired")]
    [InlineData(Illegal, "Polyv.TimestampIllegal")]
    public async Task Timestamp_error_without_a_clock_offset_is_reported(string body, string errorId)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = body, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal(errorId, failure.ErrorId);
        Assert.True(failure.EndsPipeline);
        Assert.Equal(1, Sandbox.Requests.Count);
        Assert.Empty(Host.Warnings);
    }

    [Fact]
    public async Task Clock_is_corrected_at_most_once_per_call()
    {
        Sandbox.ClockSkew = TimeSpan.FromMinutes(10);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = TooOld, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.TimestampExpired", failure.ErrorId);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    public async Task Timestamp_error_without_a_date_header_is_reported(string date)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Body = TooOld, Times = int.MaxValue, Headers = new Dictionary<string, string> { ["Date"] = date } });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.TimestampExpired", failure.ErrorId);
        Assert.Equal(1, Sandbox.Requests.Count);
    }
}
