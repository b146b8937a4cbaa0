using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Commands;

public sealed class ListProgressTests
{
    private readonly RecordingHost _host = new();
    private TimeSpan _now;

    [Fact]
    public void List_within_a_second_reports_nothing()
    {
        var progress = Create(new());

        Add(progress, 0.9, 100);
        progress.Complete();

        Assert.Empty(_host.Progress);
    }

    [Fact]
    public void Progress_contains_items_and_pages_of_the_total_and_the_remaining_time()
    {
        var progress = Create(new());

        Add(progress, 2, 500, total: 2000, pageSize: 100);

        var reported = Assert.Single(_host.Progress);
        Assert.Equal("500 of 2000 items, page 5 of 20", reported.Status);
        Assert.Equal((25, TimeSpan.FromSeconds(6)), (reported.PercentComplete, reported.TimeLeft));
    }

    [Fact]
    public void Total_is_limited_to_the_requested_items()
    {
        var progress = Create(new() { Skip = 100, First = 400 });

        Add(progress, 2, 100, total: 2000, pageSize: 100);
        Assert.Equal("100 of 400 items, page 1 of 4", _host.Progress.Last().Status);

        progress = Create(new() { Skip = 1900, First = 400 });
        Add(progress, 2, 50, total: 2000, pageSize: 100);
        Assert.Equal("50 of 100 items, page 1 of 1", _host.Progress.Last().Status);
    }

    [Fact]
    public void Unknown_total_is_not_estimated()
    {
        var progress = Create(new() { First = 1000 });

        Add(progress, 2, 150, total: null, pageSize: 100);

        var reported = Assert.Single(_host.Progress);
        Assert.Equal("150 items, page 2", reported.Status);
        Assert.Null(reported.PercentComplete);
        Assert.Null(reported.TimeLeft);
    }

    [Fact]
    public void More_items_than_the_total_are_reported_without_the_total()
    {
        var progress = Create(new());

        Add(progress, 2, 150, total: 100, pageSize: 100);

        Assert.Equal("150 items, page 2", Assert.Single(_host.Progress).Status);
    }

    [Fact]
    public void Progress_is_reported_at_most_four_times_a_second()
    {
        var progress = Create(new());

        for (var time = 0.0; time <= 3; time += 0.01)
        {
            Add(progress, time, 1);
        }

        Assert.InRange(_host.Progress.Count, 7, 9);
    }

    [Fact]
    public void Progress_is_removed_at_the_end()
    {
        var progress = Create(new());

        Add(progress, 2, 1);
        progress.Complete();

        Assert.Equal([false, true], _host.Progress.Select(reported => reported.IsCompleted));
        Assert.All(_host.Progress, reported => Assert.Equal((3, "Polyv/default"), (reported.Id, reported.Activity)));
    }

    [Fact]
    public async Task List_that_fails_removes_its_progress()
    {
        _now = TimeSpan.FromSeconds(5);
        var options = new ListOptions();

        await Assert.ThrowsAsync<InvalidOperationException>(() => ListRunner.RunAsync(FailAfterOneAsync(), options, _host, Create(options), default));

        Assert.Equal([false, true], _host.Progress.Select(reported => reported.IsCompleted));
        Assert.Equal("1 of 40 items, page 1 of 2", _host.Progress.First().Status);
    }

    private static async IAsyncEnumerable<Batch<string>> FailAfterOneAsync()
    {
        await Task.Yield();
        yield return new(["one"], 40) { PageSize = 20 };
        throw new InvalidOperationException();
    }

    private ListProgress Create(ListOptions options) => new(_host, options, 3, "Polyv/default", () => _now);

    private void Add(ListProgress progress, double seconds, int items, long? total = 1000, long? pageSize = null)
    {
        _now = TimeSpan.FromSeconds(seconds);
        progress.Add(items, total, pageSize);
    }
}
