using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

/// <summary>No page is asked for before it is wanted.</summary>
public sealed class DemandTests
{
    [Fact]
    public async Task No_request_is_sent_before_the_first_batch_is_read()
    {
        var list = new FakeList(100);
        await using var batches = list.Batches(new() { PageSize = 10 }).GetAsyncEnumerator();

        Assert.Empty(list.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public async Task Second_page_is_not_requested_before_the_second_batch_is_read(int throttle)
    {
        var list = new FakeList(1000);
        await using var batches = list.Batches(new() { PageSize = 10, ThrottleLimit = throttle }).GetAsyncEnumerator();

        Assert.True(await batches.MoveNextAsync());

        Assert.Single(batches.Current.Items);
        Assert.Equal(1000, batches.Current.Total);
        Assert.Equal([1L], list.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task No_page_is_requested_after_the_caller_stops_reading(int batchesTaken)
    {
        var list = new FakeList(1000);
        var items = 0;
        await using (var batches = list.Batches(new() { PageSize = 10, ThrottleLimit = 4 }).GetAsyncEnumerator())
        {
            for (var i = 0; i < batchesTaken; i++)
            {
                Assert.True(await batches.MoveNextAsync());
                items += batches.Current.Items.Count;
            }
        }

        Assert.Equal(0, list.InFlight);
        Assert.InRange(list.Asked.Count, 1, ((items + 9) / 10) + 4);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 30)]
    [InlineData(4, 40)]
    public async Task Pages_that_have_arrived_are_returned_together_up_to_ThrottleLimit(int throttle, int together)
    {
        var list = new FakeList(200);
        var sizes = new List<int>();
        await foreach (var batch in list.Batches(new() { PageSize = 10, ThrottleLimit = throttle }))
        {
            sizes.Add(batch.Items.Count);
        }

        // The first item, the rest of its page, and the other 19 pages.
        Assert.Equal([1, 9, .. Enumerable.Repeat(together, 190 / together)], sizes.Take(2 + (190 / together)));
        Assert.Equal(200, sizes.Sum());
    }

    [Fact]
    public async Task Only_pages_that_contain_the_requested_part_are_requested()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var list = new FakeList(random.Next(1, 400)).Shuffled(random);
            var options = new ListOptions
            {
                PageSize = random.Next(1, 50),
                ThrottleLimit = random.Next(1, 9),
                Skip = random.Next(list.Items.Count),
                First = random.Next(1, 400),
            };

            await list.ReadAsync(options);

            var end = Math.Min(options.Skip + options.First.Value, list.Items.Count);
            var from = (options.Skip / options.PageSize) + 1;
            var to = ((end - 1) / options.PageSize) + 1;
            Assert.Equal(Enumerable.Range((int)from, (int)(to - from + 1)).Select(number => (long)number), list.Asked.Order());
        }
    }

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0, true, 1)]
    public async Task First_zero_sends_no_request_unless_the_total_is_needed(int first, bool total, int pages)
    {
        var list = new FakeList(100);

        Assert.Empty(await list.ReadAsync(new() { First = first, IncludeTotalCount = total }));
        Assert.Equal(pages, list.Asked.Count);
    }

    [Fact]
    public async Task Empty_list_is_one_empty_batch()
    {
        var list = new FakeList(0);
        await using var batches = list.Batches(new()).GetAsyncEnumerator();

        Assert.True(await batches.MoveNextAsync());
        Assert.Empty(batches.Current.Items);
        Assert.Equal(0, batches.Current.Total);
        Assert.False(await batches.MoveNextAsync());
        Assert.Equal([1L], list.Asked);
    }
}
