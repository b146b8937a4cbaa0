using System.Diagnostics;
using System.Globalization;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class RetryTests : SandboxTest
{
    [Theory]
    [InlineData(FaultKind.Status, 408)]
    [InlineData(FaultKind.Status, 429)]
    [InlineData(FaultKind.Status, 500)]
    [InlineData(FaultKind.Status, 502)]
    [InlineData(FaultKind.Status, 503)]
    [InlineData(FaultKind.Status, 504)]
    [InlineData(FaultKind.Status, 599)]
    [InlineData(FaultKind.DropConnection)]
    [InlineData(FaultKind.DropAfterHandling)]
    [InlineData(FaultKind.TruncateResponse)]
    public async Task Transient_error_is_retried(FaultKind kind, int status = 0)
    {
        Sandbox.Faults.Add(new() { Kind = kind, Status = status, Times = 2 });

        var videos = await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        Assert.Equal(3, Sandbox.Requests.Count);
        Assert.Equal(2, Host.Waits.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(418)]
    public async Task Permanent_error_is_not_retried(int status)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Times = int.MaxValue });

        await FailAsync(Polyv());

        Assert.Equal(1, Sandbox.Requests.Count);
        Assert.Empty(Host.Waits);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public async Task Error_is_reported_after_the_last_retry(int retries, int requests)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, Times = int.MaxValue });

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = retries));

        Assert.Equal("Polyv.ServerError", failure.ErrorId);
        Assert.Equal(503, failure.HttpStatus);
        Assert.Equal(requests, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Each_page_has_its_own_retries()
    {
        // More failures in total than one request is allowed, but never two in a row: every second request fails.
        for (var skip = 0; skip < 30; skip += 2)
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, Skip = skip });
        }

        var videos = await ListAsync(Polyv(configure: options => options.MaximumRetryCount = 1), options: new() { PageSize = 20, ThrottleLimit = 1 });

        Assert.Equal(Sandbox.Polyv.Videos.Select(video => video.Vid), videos.Select(video => video.Vid));
        Assert.Equal(30, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_observed() => Assert.Equal(TimeSpan.FromSeconds(30), await ObservedDelayAsync("30"));

    [Fact]
    public async Task Retry_after_as_a_date_is_observed() =>
        Assert.InRange(await ObservedDelayAsync(DateTimeOffset.UtcNow.AddSeconds(30).ToString("r", CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(31));

    [Fact]
    public async Task Retry_after_date_is_relative_to_the_servers_clock()
    {
        Sandbox.ClockSkew = TimeSpan.FromHours(5);

        var wait = await ObservedDelayAsync(DateTimeOffset.UtcNow.AddHours(5).AddSeconds(30).ToString("r", CultureInfo.InvariantCulture));

        Assert.InRange(wait, TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(31));
    }

    [Fact]
    public async Task Retry_after_delays_the_next_request()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 429, RetryAfter = "1" });
        var watch = Stopwatch.StartNew();

        await ListAsync(Polyv(), options: OnePage);

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(990), TimeSpan.FromSeconds(5));
        Assert.Equal(("429", TimeSpan.FromSeconds(1)), Assert.Single(Host.Waits));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Tue, 31 Dec 2199 23:59:59 GMT")]
    public async Task Retry_after_of_an_hour_is_not_observed(string retryAfter)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = retryAfter, Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.ServerError", failure.ErrorId);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Retry_after_above_a_minute_is_not_observed()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "61", Times = int.MaxValue });
        using var stopping = new CancellationTokenSource();
        var listing = ListAsync(Polyv(), cancellationToken: stopping.Token);

        var first = await Task.WhenAny(listing, Host.FirstWait);

        await stopping.CancelAsync();
        Assert.Same(listing, first);
        Assert.Equal("Polyv.ServerError", (await Assert.ThrowsAsync<PlatformException>(() => listing)).ErrorId);
        Assert.Empty(Host.Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Sat, 01 Jan 2000 00:00:00 GMT")]
    public async Task Invalid_retry_after_is_ignored(string retryAfter)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = retryAfter });

        var videos = await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        Assert.InRange(Assert.Single(Host.Waits).Delay, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Back_off_increases()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, Times = 7 });

        await ListAsync(Polyv(configure: options => options.MaximumRetryCount = 7), options: OnePage);

        // With jitter, a delay can be shorter than the previous one, but not over seven doublings.
        var waits = Host.Waits.Select(wait => wait.Delay).ToList();
        Assert.Equal(7, waits.Count);
        Assert.True(waits.Take(2).Max() < waits.TakeLast(2).Max(), string.Join(", ", waits));
    }

    [Fact]
    public async Task Back_off_doubles()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, Times = 7 });

        await ListAsync(Polyv(configure: options => options.MaximumRetryCount = 7), options: OnePage);

        // Jitter varies the single delays, so the sums of two delays are compared: they differ by a factor of 2^5.
        var waits = Host.Waits.Select(wait => wait.Delay.TotalMilliseconds).ToList();
        Assert.True(waits.TakeLast(2).Sum() > 4 * waits.Take(2).Sum(), string.Join(", ", waits));
    }

    [Fact]
    public async Task Back_off_has_jitter()
    {
        // Clients that fail at the same time must not retry at the same time.
        for (var call = 0; call < 8; call++)
        {
            Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503 });
            await ListAsync(Polyv(configure: options => options.InitialRetryDelay = TimeSpan.FromMilliseconds(20)), options: OnePage);
        }

        Assert.Equal(8, Host.Waits.Select(wait => wait.Delay).Distinct().Count());
        Assert.All(Host.Waits, wait => Assert.InRange(wait.Delay, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task Rate_limit_response_with_a_json_body_is_retried()
    {
        // A gateway's error in the platform's format isn't in the document's error table, so the HTTP status applies.
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Status,
            Status = 429,
            Body = """{"code":400,"status":"error","message":"api rate limit exceeded","data":""}""",
        });

        var videos = await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(Sandbox.Polyv.Videos.Count, videos.Count);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_ends_a_retry_delay_at_once()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = "30" });
        using var stopping = new CancellationTokenSource();
        var listing = ListAsync(Polyv(), cancellationToken: stopping.Token);
        await Host.FirstWait;

        var watch = Stopwatch.StartNew();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    private async Task<TimeSpan> ObservedDelayAsync(string retryAfter)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 503, RetryAfter = retryAfter });
        using var stopping = new CancellationTokenSource();
        var listing = ListAsync(Polyv(), cancellationToken: stopping.Token);
        var wait = await Host.FirstWait;
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
        return wait;
    }
}
