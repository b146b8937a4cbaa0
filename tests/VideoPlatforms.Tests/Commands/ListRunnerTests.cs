using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Commands;

public sealed class ListRunnerTests : SandboxTest
{
    [Fact]
    public async Task Error_contains_the_item_count_and_the_skip_value()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Skip = 3 });

        var failure = await FailAsync(Polyv(), options: new() { PageSize = 40, ThrottleLimit = 1 });

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("120 items", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-Skip 120", failure.Message, StringComparison.Ordinal);
        Assert.Equal(120, Host.Objects.Count);
    }

    [Fact]
    public async Task Resuming_with_skip_completes_an_interrupted_list()
    {
        var random = new Random(7);
        var client = Polyv();
        for (var round = 0; round < 20; round++)
        {
            Host.Objects.Clear();
            Sandbox.Faults.Clear();
            var options = new ListOptions { PageSize = random.Next(20, 90), ThrottleLimit = random.Next(1, 6) };
            Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Skip = random.Next(1, 300 / options.PageSize) });

            await FailAsync(client, options: options);
            options.Skip = Host.Objects.Count;
            await ListAsync(client, options: options);

            Assert.Equal(Sandbox.Polyv.Videos.Select(video => video.Vid), Host.Written<PolyvVideo>().Select(video => video.Vid));
        }
    }

    [Fact]
    public async Task Skip_value_includes_the_skipped_items()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html, Skip = 1 });

        var failure = await FailAsync(Polyv(), options: new() { PageSize = 50, Skip = 30, ThrottleLimit = 1 });

        Assert.Contains("20 items", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-Skip 50", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_before_the_first_item_contains_no_skip_value()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Html });

        Assert.DoesNotContain("-Skip", (await FailAsync(Polyv())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_an_interrupted_list_keeps_its_properties()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Body, Skip = 1, Body = """{"code":400,"requestId":"r-1","status":"error","message":"the sign is not right.","data":""}""" });

        var failure = await FailAsync(Polyv(), options: new() { ThrottleLimit = 1 });

        Assert.Equal("Polyv.SignatureRejected", failure.ErrorId);
        Assert.Equal("400", failure.VendorCode);
        Assert.Equal("the sign is not right.", failure.VendorMessage);
        Assert.Equal("r-1", failure.RequestId);
        Assert.Equal(200, failure.HttpStatus);
        Assert.Equal("get-by-uploader", failure.Call);
        Assert.True(failure.EndsPipeline);
        Assert.False(string.IsNullOrWhiteSpace(failure.RecommendedAction));
    }

    [Fact]
    public async Task Second_page_is_not_requested_before_the_first_item_is_written()
    {
        var taking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Host.BeforeWrite = () =>
        {
            taking.TrySetResult();
            return taken.Task;
        };

        var listing = ListAsync(Polyv(), options: new() { PageSize = 10 });
        await taking.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(1, Sandbox.Requests.Count);
        taken.SetResult();
        Assert.Equal(300, (await listing).Count);
    }

    [Fact]
    public async Task Cancellation_leaves_no_active_request()
    {
        using var stopping = new CancellationTokenSource();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromSeconds(30), Skip = 2, Times = int.MaxValue });
        var listing = ListAsync(Polyv(), options: new() { PageSize = 10 }, cancellationToken: stopping.Token);
        Assert.True(SpinWait.SpinUntil(() => Sandbox.Requests.Count > 3, TimeSpan.FromSeconds(10)));

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(SpinWait.SpinUntil(() => Sandbox.ActiveRequests == 0, TimeSpan.FromSeconds(10)));
        Assert.InRange(Host.Objects.Count, 1, 20);
    }
}
