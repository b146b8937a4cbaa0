using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Paging;

/// <summary>Pages that contradict each other: what the random scenarios found, one by one.</summary>
public sealed class ContradictingPagesTests
{
    [Fact]
    public async Task First_page_that_is_blank_once_is_requested_again()
    {
        var list = BlankPages(300, page: 1, times: 1, total: 300);

        Assert.Equal(list.Items.Take(60), await list.ReadAsync(new() { PageSize = 50, First = 60 }));
        Assert.Equal([1, 1, 2], list.Asked);
    }

    [Fact]
    public async Task First_page_that_stays_blank_is_an_error()
    {
        var list = BlankPages(300, page: 1, times: 2, total: 300);

        var failure = await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 50, First = 60 }));

        Assert.Contains("page 1 ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Page_that_is_blank_and_reports_no_total_is_requested_again(int throttleLimit)
    {
        var list = BlankPages(300, page: 3, times: 1, total: null);

        Assert.Equal(list.Items.Take(200), await list.ReadAsync(new() { PageSize = 50, First = 200, ThrottleLimit = throttleLimit }));
    }

    [Fact]
    public async Task Page_that_stays_blank_and_reports_no_total_is_an_error()
    {
        var list = BlankPages(300, page: 3, times: 2, total: null);

        await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 50, First = 200 }));
    }

    [Fact]
    public async Task Skip_past_the_end_returns_nothing_although_the_repeated_last_page_changes_meanwhile()
    {
        var list = new FakeList(12) { RepeatsLastPage = true, TellNumber = _ => null };
        list.Before = _ =>
        {
            if (list.Asked.Count == 2)
            {
                list.Items.RemoveRange(0, 6);
            }
        };

        Assert.Empty(await list.ReadAsync(new() { PageSize = 10, Skip = 25 }));
        Assert.Empty(list.Host.Warnings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Items_that_move_down_while_pages_are_read_again_are_not_missed(int throttleLimit)
    {
        // Items leave in front, so pages are read again; meanwhile others leave behind and as many come to the head.
        var list = new FakeList(200);
        var before = list.Items.ToList();
        list.Before = _ =>
        {
            switch (list.Asked.Count)
            {
                case 6:
                    list.Items.RemoveRange(10, 15);
                    break;
                case 7:
                    list.Items.RemoveRange(150, 15);
                    break;
                case 8:
                    list.Grow(15);
                    break;
            }
        };

        var items = await list.ReadAsync(new() { PageSize = 10, ThrottleLimit = throttleLimit });

        Assert.Empty(before.Intersect(list.Items).Except(items));
        Assert.Equal(items.Distinct(), items);
        Assert.Empty(list.Host.Warnings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Total_that_goes_up_and_down_costs_few_requests_and_no_item(int throttleLimit)
    {
        var list = new FakeList(1_000);
        list.TellTotal = total => total - (list.Asked.Count % 2);

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 10, ThrottleLimit = throttleLimit }));
        Assert.InRange(list.Asked.Count, 100, 500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Page_that_keeps_reporting_that_the_list_ends_with_it_does_not_end_it(int throttleLimit)
    {
        var list = new FakeList(100);
        var isWrong = false;
        list.Before = number => isWrong = number == 5;
        list.TellTotal = total => isWrong ? 50 : total;

        Assert.Equal(list.Items, await list.ReadAsync(new() { PageSize = 10, ThrottleLimit = throttleLimit }));
    }

    [Fact]
    public async Task Pages_that_are_read_again_do_not_let_more_pages_be_prefetched_than_are_wanted()
    {
        var list = new FakeList(300);
        list.Before = number =>
        {
            if (number == 5)
            {
                list.Before = _ => { };
                list.Items.RemoveRange(0, 30);
            }
        };

        Assert.Equal(100, (await list.ReadAsync(new() { PageSize = 10, First = 100, ThrottleLimit = 8 })).Count);
        Assert.Equal(10, list.Asked.Max());
    }

    [Fact]
    public async Task List_that_becomes_shorter_under_pages_in_flight_is_read_again_once()
    {
        // The pages in flight are made in another order, before and after the change.
        var scenario = new PagingScenario(
            100, ServerPageSize: null, ReportsSize: true, ReportsNumber: false, ReportsTotal: true, RepeatsLastPage: false, PageSize: 1, ThrottleLimit: 7, Skip: 0, First: null,
            [new(Before: 40, ChangeKind.DeleteRange, Place: 0, Count: 30)], Fault: null, [7, 3, 6, 4, 0]);
        var server = new ScenarioServer(scenario);

        // Away from the runner's synchronization context, as the scenarios are played.
        await Task.Run(server.ReadAsync);

        Assert.Equal(Enumerable.Range(0, 100).Intersect(server.Read), server.Read);
        Assert.InRange(server.Requests, 100, 100 + 30 + 7);
    }

    [Fact]
    public async Task Total_that_falls_further_than_ids_are_remembered_is_an_error()
    {
        var list = new FakeList(50_000);
        var isWrong = false;
        list.Before = number => isWrong = number == 400;
        list.TellTotal = total => isWrong ? 30_000 : total;

        await Assert.ThrowsAsync<PlatformException>(() => list.ReadAsync(new() { PageSize = 100, ThrottleLimit = 1 }));

        Assert.Equal(401, list.Asked.Count);
    }

    [Fact]
    public async Task List_that_falls_again_and_again_while_it_is_read_again_returns_no_item_twice()
    {
        var list = new FakeList(50_000);
        list.Before = number =>
        {
            if (list.Asked.Count is 200 or 201 or 202)
            {
                list.Items.RemoveRange(0, 6_000);
            }
        };
        var items = new List<string>();

        await Assert.ThrowsAsync<PlatformException>(async () =>
        {
            await foreach (var batch in list.Batches(new() { PageSize = 100, ThrottleLimit = 1 }))
            {
                items.AddRange(batch.Items);
            }
        });

        Assert.Equal(items.Distinct(), items);
        Assert.InRange(list.Asked.Count, 200, 210);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public async Task Blank_page_among_fifty_thousand_items_costs_none_or_names_Skip(int throttleLimit, bool once)
    {
        var list = BlankPages(50_000, page: 400, times: once ? 1 : int.MaxValue, total: 0);
        var options = new ListOptions { PageSize = 100, ThrottleLimit = throttleLimit };

        var failure = await Record.ExceptionAsync(() => ListRunner.RunAsync(list.Batches(options), options, list.Host, default));

        if (once)
        {
            Assert.Null(failure);
        }
        else
        {
            Assert.Contains("-Skip 39900", Assert.IsType<PlatformException>(failure).Message, StringComparison.Ordinal);
        }

        Assert.Equal(once ? 50_000 : 39_900, list.Host.Objects.Distinct().Count());
        Assert.Equal(list.Items.Take(list.Host.Objects.Count), list.Host.Written<string>());
        Assert.InRange(list.Asked.Count, 1, 510);
    }

    private static FakeList BlankPages(int count, int page, int times, long? total)
    {
        var list = new FakeList(count);
        var isBlank = false;
        var blanks = 0;
        list.Before = number => isBlank = number == page && blanks++ < times;
        list.Drops = _ => isBlank;
        list.TellTotal = real => isBlank ? total : real;
        return list;
    }
}
