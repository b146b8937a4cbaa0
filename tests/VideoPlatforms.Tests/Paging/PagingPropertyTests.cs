using CsCheck;

namespace VideoPlatforms.Tests.Paging;

/// <summary>Random lists, servers, changes and faults, against a model of what a reader may expect. A failure prints the seed that repeats it.</summary>
public sealed class PagingPropertyTests
{
    private const int Iterations = 5_000;

    [Fact]
    public Task Unchanged_list_is_returned_as_it_is() => CheckAsync(PagingScenario.Unchanged, model =>
    {
        model.HasNoError();
        model.HasNoWarning();
        model.ReturnsExactlyTheWantedItems();
        model.CostsAtMost(model.Pages + 3);
    });

    [Fact]
    public Task Changed_list_read_in_sequence_is_returned_once_and_in_order() => CheckAsync(PagingScenario.ChangedInSequence, IsTrueToAChangedList);

    [Fact]
    public Task Changed_list_read_in_parallel_is_returned_once_and_in_order() => CheckAsync(PagingScenario.ChangedInParallel, IsTrueToAChangedList);

    [Fact]
    public Task Wrong_page_costs_no_item_or_is_reported() => CheckAsync(PagingScenario.Faulty, model =>
    {
        model.ReturnsNoItemTwice();
        model.ReturnsInOrder();
        model.IsCompleteOrReportsTheFault();
        model.CostsAtMost((6 * model.Pages) + 20);
    });

    private static void IsTrueToAChangedList(PagingModel model)
    {
        model.ReturnsNoItemTwice();
        model.ReturnsInOrder();
        model.ReturnsWhatStayed();
        model.WarnsOnlyOfMissingItems();
        model.CostsAtMost(model.Pages + 10 + (model.Changes * (model.Pages + 10)));
    }

    // Away from the runner's synchronization context, so that every continuation runs at once and in the same order.
    private static Task CheckAsync(Gen<PagingScenario> scenarios, Action<PagingModel> check) => Task.Run(() => scenarios.SampleAsync(
        async scenario =>
        {
            var server = new ScenarioServer(scenario);
            await server.ReadAsync();
            check(new(scenario, server));
        },
        iter: Iterations,
        threads: 1));
}
