namespace VideoPlatforms.Tests.Paging;

public sealed class InterruptedListTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(10, false)]
    public async Task Error_of_a_page_is_thrown_after_all_items_before_it(int failing, bool shuffled)
    {
        // If the pages are not shuffled, those before the failed one have arrived and are returned together.
        var list = shuffled ? new FakeList(100).Shuffled(new Random(failing)) : new FakeList(100);
        list.Before = number =>
        {
            if (number == failing)
            {
                throw FakeList.Broken("this page is broken");
            }
        };
        var items = new List<string>();

        var failure = await Assert.ThrowsAsync<PlatformException>(async () =>
        {
            await foreach (var batch in list.Batches(new() { PageSize = 10, ThrottleLimit = 8 }))
            {
                items.AddRange(batch.Items);
            }
        });

        Assert.Equal("this page is broken", failure.Message);
        Assert.Equal(list.Items.Take((failing - 1) * 10), items);
        Assert.Equal(0, list.InFlight);
        Assert.Empty(list.Host.Warnings);
    }

    [Fact]
    public async Task Error_of_the_first_failed_page_is_thrown()
    {
        var list = new FakeList(100);
        list.Before = number => _ = number > 1 ? throw FakeList.Broken($"page {number} is broken") : 0;

        var failure = await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 10, ThrottleLimit = 8 }));

        Assert.Equal("page 2 is broken", failure.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Cancellation_ends_every_pending_request(int throttle)
    {
        var list = new FakeList(1000);
        list.Delay = (number, token) => number == 1 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, token);
        using var stopping = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in list.Batches(new() { PageSize = 10, ThrottleLimit = throttle }, stopping.Token))
            {
            }
        });
        await list.WhenInFlight(throttle);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, list.InFlight);
        Assert.Equal(1 + throttle, list.Asked.Count);
    }

    [Fact]
    public async Task No_request_is_sent_after_cancellation()
    {
        var list = new FakeList(1000);
        using var stopping = new CancellationTokenSource();
        await using var batches = list.Batches(new() { PageSize = 10 }, stopping.Token).GetAsyncEnumerator();
        Assert.True(await batches.MoveNextAsync());
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await batches.MoveNextAsync())
            {
            }
        });

        // Some may have been asked for, but none was given and none is left.
        Assert.Equal(0, list.InFlight);
    }
}
