using VideoPlatforms.Scale;

namespace VideoPlatforms.Tests.Scale;

/// <summary>The simulation of docs/scale.md: each limit has the effect that can be calculated, and the measured runs are reproduced.</summary>
public class FleetSimulationTests
{
    private static readonly Costs Free = new()
    {
        Start = 0, OpenNode = 0, Turn = 0, RequestsPerSession = 0, ProcessorPerPage = 0, MergePerVideo = 0, NodeMemory = 100, MemoryPerSession = 2, BytesPerVideo = 10,
    };

    private static readonly Fleet Unlimited = new() { Accounts = 1, VideosPerAccount = 2100, Nodes = 1, Latency = 0.1, AccountRate = 10_000, Costs = Free };

    [Fact]
    public void First_page_is_read_alone_and_the_others_four_at_a_time()
    {
        // 21 pages: one, then 20 in 5 rounds.
        var outcome = FleetSimulation.Run(Unlimited);
        Assert.Equal(0.6, outcome.Duration.TotalSeconds, 3);
        Assert.Equal(21, outcome.Requests);
        Assert.Equal(Limit.Latency, outcome.Bottleneck);
    }

    [Fact]
    public void Costs_are_added()
    {
        var costs = new Costs { Start = 1, OpenNode = 2, Turn = 4, RequestsPerSession = 2, ProcessorPerPage = 0, MergePerVideo = 0.01, ProcessorsPerNode = 1 };
        var outcome = FleetSimulation.Run(Unlimited with { Nodes = 3, Costs = costs });
        Assert.Equal(1 + (3 * 2) + 4 + (2 * 0.1) + 0.6 + 21, outcome.Duration.TotalSeconds, 3);
        Assert.Equal(23, outcome.Requests);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(5, 4)]
    public void Account_limit_determines_the_time(double rate, double seconds)
    {
        // 21 requests: the last one is sent after 20 intervals.
        var outcome = FleetSimulation.Run(Unlimited with { AccountRate = rate });
        Assert.Equal(seconds + 0.1, outcome.Duration.TotalSeconds, 1);
        Assert.Equal(Limit.AccountRate, outcome.Bottleneck);
    }

    [Fact]
    public void Address_limit_is_shared_by_the_accounts_of_a_node()
    {
        // 40 accounts with 21 pages each.
        var fleet = Unlimited with { Accounts = 40, AccountsPerTurn = 10, AddressRate = 20 };
        var one = FleetSimulation.Run(fleet);
        var four = FleetSimulation.Run(fleet with { Nodes = 4 });
        Assert.Equal(Limit.AddressRate, one.Bottleneck);
        Assert.InRange(one.Duration.TotalSeconds, 840 / 20, 840 / 20 * 1.15);
        Assert.InRange(four.Duration.TotalSeconds, 840 / 80, 840 / 80 * 1.3);
        Assert.Equal(840, one.Requests - one.Rejected);
        Assert.True(one.Rejected > 0);
    }

    [Fact]
    public void Nodes_divide_the_time_if_the_accounts_suffice()
    {
        var fleet = Unlimited with { Accounts = 64, AccountsPerTurn = 4 };
        var one = FleetSimulation.Run(fleet).Duration;
        Assert.Equal(one / 4, FleetSimulation.Run(fleet with { Nodes = 4 }).Duration);
        Assert.Equal(one / 16, FleetSimulation.Run(fleet with { Nodes = 100 }).Duration);
    }

    [Fact]
    public void Processors_of_a_node_are_shared()
    {
        var fleet = Unlimited with { Accounts = 10, AccountsPerTurn = 10, Costs = Free with { ProcessorPerPage = 0.1, ProcessorsPerNode = 2 } };
        var outcome = FleetSimulation.Run(fleet);
        Assert.Equal(Limit.Processor, outcome.Bottleneck);
        Assert.InRange(outcome.Duration.TotalSeconds, 210 * 0.1 / 2, (210 * 0.1 / 2) + 1);
    }

    [Fact]
    public void Failed_requests_are_sent_again()
    {
        var fleet = Unlimited with { Accounts = 100, AccountsPerTurn = 100 };
        var outcome = FleetSimulation.Run(fleet with { FailureProbability = 0.2 });
        Assert.InRange(outcome.Requests, 2100 / 0.8 * 0.9, 2100 / 0.8 * 1.1);
        Assert.True(outcome.Duration > FleetSimulation.Run(fleet).Duration);
        Assert.Equal(Limit.Failures, outcome.Bottleneck);
    }

    [Fact]
    public void Accounts_of_a_lost_node_are_listed_by_another_one()
    {
        // Each node would take 100 seconds; one is lost after 36 seconds on average.
        var fleet = Unlimited with { Accounts = 200, AccountsPerTurn = 1, Nodes = 8, HoursToNodeLoss = 0.01, LossDetection = 1 };
        var outcome = FleetSimulation.Run(fleet, seed: 3);
        Assert.InRange(outcome.LostNodes, 1, 7);
        Assert.True(outcome.Requests > 200 * 21);
        Assert.True(outcome.Duration > FleetSimulation.Run(fleet with { HoursToNodeLoss = double.PositiveInfinity }).Duration);
    }

    [Fact]
    public void Loss_of_all_nodes_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => FleetSimulation.Run(Unlimited with { Accounts = 1000, HoursToNodeLoss = 0.0001 }));

    [Fact]
    public void Same_seed_results_in_the_same_run()
    {
        var fleet = Unlimited with { Accounts = 50, Nodes = 3, FailureProbability = 0.05, AddressRate = 30, HoursToNodeLoss = 0.1 };
        var (first, second) = (FleetSimulation.Run(fleet, 5), FleetSimulation.Run(fleet, 5));
        Assert.Equal((first.Duration, first.Requests, first.Rejected), (second.Duration, second.Requests, second.Rejected));
        Assert.NotEqual(first.Duration, FleetSimulation.Run(fleet, 6).Duration);
    }

    [Fact]
    public void Memory_and_size_follow_from_the_fleet()
    {
        var outcome = FleetSimulation.Run(Unlimited with { Accounts = 50, AccountsPerTurn = 8 });
        Assert.Equal(100 + (8 * 2), outcome.NodeMemory);
        Assert.Equal(50 * 2100 * 10, outcome.InventorySize);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void Token_bucket_keeps_the_rate(double rate)
    {
        var bucket = new TokenBucket(rate);
        var times = Enumerable.Range(0, 1000).Select(_ => bucket.Acquire(5)).ToList();
        Assert.Equal(5, times[0]);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1] - 5, 999 / rate * 0.98, 999 / rate);
    }

    [Fact]
    public void Sliding_window_accepts_the_limit_in_any_second()
    {
        var window = new SlidingWindow(3);
        Assert.Equal([true, true, true, false, false, true, false], new[] { 0, 0.1, 0.2, 0.3, 0.99, 1.0, 1.05 }.Select(window.TryAcquire));
    }
}
