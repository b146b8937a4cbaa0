using VideoPlatforms.Clients.Paging;

namespace VideoPlatforms.Tests.Paging;

/// <summary>Whatever the sizes, what comes out is exactly the part that was asked for, in order.</summary>
public sealed class SliceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_part_of_a_list_is_returned_unchanged(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var list = new FakeList(random.Next(4) == 0 ? random.Next(5) : random.Next(400)).Shuffled(random);
            var ownSize = random.Next(2) == 0;
            list.PageSize = ownSize ? random.Next(1, 60) : null;
            var tellsSize = ownSize || random.Next(3) > 0;
            list.TellSize = size => tellsSize ? size : null;
            var tellsTotal = random.Next(4) > 0;
            list.TellTotal = total => tellsTotal ? total : null;
            var options = new ListOptions
            {
                PageSize = random.Next(1, 60),
                ThrottleLimit = random.Next(1, 9),
                Skip = random.Next(3) switch { 0 => 0, 1 => random.Next(list.Items.Count + 1), _ => random.Next(600) },
                First = random.Next(3) switch { 0 => null, 1 => random.Next(10), _ => random.Next(500) },
                IncludeTotalCount = random.Next(2) == 0,
            };

            // A page's number tells a repeated last page from a further one; without it, only a total does.
            list.RepeatsLastPage = tellsTotal && options.Skip == 0 && random.Next(2) == 0;
            var tellsNumber = random.Next(3) > 0;
            list.TellNumber = number => tellsNumber ? number : null;

            var items = await list.ReadAsync(options);

            var expected = list.Items.Skip((int)options.Skip).Take((int)(options.First ?? int.MaxValue));
            Assert.True(
                expected.SequenceEqual(items),
                $"seed {seed}, round {round}: {list.Items.Count} items, own size {list.PageSize}, asked {options.PageSize}, skip {options.Skip}, first {options.First}, throttle {options.ThrottleLimit}: got {items.Count}");
            Assert.Empty(list.Host.Warnings);
        }
    }

    [Theory]
    [InlineData(250, 310)]
    [InlineData(300, 300)]
    [InlineData(300, 310)]
    [InlineData(250, 260)]
    [InlineData(250, 249)]
    public async Task Skip_past_the_end_returns_nothing_although_the_server_repeats_its_last_page(int count, int skip)
    {
        var list = new FakeList(count) { RepeatsLastPage = true };

        Assert.Equal(list.Items.Skip(skip), await list.ReadAsync(new() { Skip = skip, PageSize = 100 }));
        Assert.Empty(list.Host.Warnings);
    }

    [Fact]
    public async Task Repeated_last_page_without_a_total_ends_the_list()
    {
        var list = new FakeList(200) { RepeatsLastPage = true, TellTotal = _ => null };

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 100 }));
    }

    [Fact]
    public async Task List_that_is_longer_than_the_remembered_ids_is_complete()
    {
        var list = new FakeList(25_000);

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 1000 }));
    }

    [Fact]
    public async Task Missing_items_on_a_page_do_not_reduce_the_first_items()
    {
        var list = new FakeList(300);
        list.Drops = item => list.Items.IndexOf(item) % 3 == 0;

        var items = await list.ReadAsync(new() { PageSize = 10, First = 100 });

        Assert.Equal(list.Items.Where(item => !list.Drops(item)).Take(100), items);
        Assert.Empty(list.Host.Warnings);
    }
}
