using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

public sealed class InconsistentTotalsTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(310)]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    [InlineData(long.MaxValue)]
    public async Task Total_that_is_too_high_ends_with_a_warning(long total)
    {
        var list = new FakeList(300) { TellTotal = _ => total };

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 50 }));
        Assert.Single(list.Host.Warnings);
        Assert.InRange(list.Asked.Count, 6, 6 + 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(51)]
    [InlineData(299)]
    public async Task Total_that_is_too_low_does_not_truncate_the_list(long total)
    {
        var list = new FakeList(300) { TellTotal = _ => total };

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 50 }));
        Assert.Single(list.Host.Warnings);
    }

    [Fact]
    public async Task Warning_is_written_only_if_the_count_differs_from_the_total()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var list = new FakeList(random.Next(0, 60));
            var total = Math.Max(0, list.Items.Count + random.Next(-3, 4));
            list.TellTotal = _ => total;
            var options = new ListOptions { PageSize = random.Next(1, 20), Skip = random.Next(4) == 0 ? random.Next(30) : 0 };

            var items = await list.ReadAsync(options);

            var promised = Math.Max(0, total - options.Skip);
            Assert.Equal(items.Count == promised ? 0 : 1, list.Host.Warnings.Count);
            Assert.Equal(items, list.Items.Skip((int)options.Skip).Take(items.Count));
        }
    }

    [Fact]
    public async Task No_warning_is_written_with_First()
    {
        var list = new FakeList(300) { TellTotal = _ => 1000 };

        Assert.Equal(list.Items.Take(300), await list.ReadAsync(new() { PageSize = 50, First = 300 }));
        Assert.Empty(list.Host.Warnings);
    }

    [Fact]
    public async Task Warning_contains_both_numbers()
    {
        var list = new FakeList(300) { TellTotal = _ => 305 };

        await list.ReadAsync(new() { PageSize = 50 });

        var warning = Assert.Single(list.Host.Warnings);
        Assert.Contains("305", warning, StringComparison.Ordinal);
        Assert.Contains("300", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task Negative_total_is_an_error(long total) => await BreaksAsync(new FakeList(300) { TellTotal = _ => total }, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(1L << 31)]
    [InlineData(long.MaxValue)]
    public async Task Page_size_out_of_range_is_an_error(long size) => await BreaksAsync(new FakeList(300) { TellSize = _ => size }, 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task First_page_for_every_request_is_an_error(bool tellsTotal)
    {
        var list = new FakeList(300) { Give = _ => 1, TellNumber = _ => null };
        list.TellTotal = tellsTotal ? _ => 100_000 : _ => null;

        await BreaksAsync(list, 20);
    }

    [Fact]
    public async Task Other_page_than_requested_is_an_error() =>
        await BreaksAsync(new FakeList(300) { Give = number => number == 2 ? 3 : number }, 10);

    [Fact]
    public async Task Page_size_that_changes_is_an_error()
    {
        var list = new FakeList(300);
        list.Before = number => list.PageSize = number > 2 ? 7 : null;

        await BreaksAsync(list, 10);
    }

    [Fact]
    public async Task Reported_page_size_that_is_too_small_costs_requests_but_no_item()
    {
        var list = new FakeList(300) { TellSize = _ => 20 };

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 100 }));
    }

    [Fact]
    public async Task Reported_page_size_that_is_too_large_costs_no_item()
    {
        // A server that repeats what it was asked for and gives at most fifty.
        var list = new FakeList(300) { PageSize = 50, TellSize = _ => 100 };

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 100 }));
        Assert.Empty(list.Host.Warnings);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(1_000)]
    public async Task Skip_past_the_end_of_a_server_that_repeats_its_last_page_returns_nothing(long skip)
    {
        foreach (var tellsNumber in new[] { true, false })
        {
            var list = new FakeList(300) { RepeatsLastPage = true };
            list.TellNumber = number => tellsNumber ? number : null;

            Assert.Empty(await list.ReadAsync(new() { PageSize = 100, Skip = skip }));
            Assert.InRange(list.Asked.Count, 1, 3);
        }
    }

    [Fact]
    public async Task Skip_past_a_total_that_is_too_low_returns_the_items()
    {
        var list = new FakeList(300) { TellTotal = _ => 100, TellNumber = _ => null };

        Assert.Equal(list.Items.Skip(200), await list.ReadAsync(new() { PageSize = 100, Skip = 200 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task List_that_shrinks_because_its_items_are_changed_causes_no_warning(int throttleLimit)
    {
        // As with videos under review that are reviewed while they are listed.
        var list = new FakeList(600);
        var before = list.Items.ToList();
        var items = new List<string>();
        await foreach (var batch in list.Batches(new() { PageSize = 50, ThrottleLimit = throttleLimit }))
        {
            foreach (var item in batch.Items)
            {
                items.Add(item);
                list.Items.Remove(item);
            }
        }

        Assert.Equal(before, items.Order(Comparer<string>.Create((one, other) => before.IndexOf(one) - before.IndexOf(other))));
        Assert.Empty(list.Host.Warnings);
    }

    private static async Task BreaksAsync(FakeList list, int mostPages)
    {
        var failure = await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 50 }));

        Assert.Equal("Polyv.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(0, list.InFlight);
        Assert.InRange(list.Asked.Count, 1, mostPages);
    }
}
