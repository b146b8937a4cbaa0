namespace VideoPlatforms.Tests.Paging;

public sealed class ThrottleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task At_most_ThrottleLimit_pages_are_requested_at_the_same_time(int limit)
    {
        var list = new FakeList(1000);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        list.Delay = (number, token) => number == 1 ? Task.CompletedTask : open.Task.WaitAsync(token);

        var reading = list.ReadAsync(new() { PageSize = 10, ThrottleLimit = limit });
        await list.WhenInFlight(limit);
        open.SetResult();

        Assert.Equal(list.Items, await reading);
        Assert.Equal(limit, list.MostInFlight);
    }

    [Fact]
    public async Task No_page_past_the_end_is_requested()
    {
        var list = new FakeList(25);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        list.Delay = (number, token) => number == 1 ? Task.CompletedTask : open.Task.WaitAsync(token);

        var reading = list.ReadAsync(new() { PageSize = 10, ThrottleLimit = 64 });
        await list.WhenInFlight(2);
        open.SetResult();

        Assert.Equal(list.Items, await reading);
        Assert.Equal(2, list.MostInFlight);
        Assert.Equal([1L, 2, 3], list.Asked);
    }

    [Fact]
    public async Task Page_that_arrives_early_is_returned_in_order()
    {
        var list = new FakeList(100);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        list.Delay = (number, token) => number == 2 ? second.Task.WaitAsync(token) : Task.CompletedTask;
        await using var batches = list.Batches(new() { PageSize = 10, ThrottleLimit = 8 }).GetAsyncEnumerator();
        var items = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            Assert.True(await batches.MoveNextAsync());
            items.AddRange(batches.Current.Items);
        }

        var next = batches.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        second.SetResult();
        while (await next)
        {
            items.AddRange(batches.Current.Items);
            next = batches.MoveNextAsync().AsTask();
        }

        Assert.Equal(list.Items, items);
    }
}
