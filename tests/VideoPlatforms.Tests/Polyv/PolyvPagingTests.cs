using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Polyv;

public sealed class PolyvPagingTests : SandboxTest
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(30, 5)]
    [InlineData(95, 10)]
    [InlineData(299, 10)]
    [InlineData(300, 10)]
    [InlineData(100_000, 10)]
    [InlineData(0, 0)]
    [InlineData(50, null)]
    public async Task First_and_skip_return_the_requested_part(long skip, int? first)
    {
        foreach (var (ignored, limit) in new[] { (false, 1000), (true, 1000), (false, 7) })
        {
            Sandbox.Polyv.IgnorePageSize = ignored;
            Sandbox.Polyv.PageSizeLimit = limit;
            Host.Objects.Clear();

            var videos = await ListAsync(Polyv(), options: new() { Skip = skip, First = first, PageSize = 10 });

            var all = Sandbox.Polyv.Videos.Select(video => video.Vid);
            Assert.Equal(all.Skip((int)skip).Take(first ?? int.MaxValue), videos.Select(video => video.Vid));
        }
    }

    [Fact]
    public async Task First_item_costs_one_request()
    {
        Assert.Single(await ListAsync(Polyv(), options: new() { First = 1 }));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task First_0_costs_no_request()
    {
        Assert.Empty(await ListAsync(Polyv(), options: new() { First = 0 }));
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0L, 0)]
    [InlineData(5L, 30)]
    [InlineData(5L, 1000)]
    public async Task Total_is_written_before_the_items(long? first, long skip)
    {
        await ListAsync(Polyv(), options: new() { First = first, Skip = skip, IncludeTotalCount = true });

        Assert.Equal((300L, 0), Assert.Single(Host.Totals));
        Assert.Equal(Math.Min(first ?? 300, Math.Max(0, 300 - skip)), Host.Objects.Count);
    }

    [Fact]
    public async Task Total_is_not_written_by_default()
    {
        await ListAsync(Polyv());

        Assert.Empty(Host.Totals);
    }

    [Fact]
    public async Task Concurrent_sessions_are_independent()
    {
        using var other = VideoPlatforms.Sandbox.SandboxServer.Start(new() { VideoCount = 120 });
        var otherClient = Keep(new VideoPlatforms.Clients.Polyv.PolyvClient(
            other.Polyv.UserId, Secure(other.Polyv.GetSecretKey()), Options(other.Polyv.BaseUri, null)));
        var otherHost = new RecordingHost();
        var options = new ListOptions { PageSize = 10 };

        await Task.WhenAll(
            ListAsync(Polyv(), options: options),
            ListRunner.RunAsync(otherClient.ListVideosAsync(new(), options, otherHost), options, otherHost, default));

        Assert.Equal(Sandbox.Polyv.Videos.Select(video => video.Vid), Host.Written<PolyvVideo>().Select(video => video.Vid));
        Assert.Equal(other.Polyv.Videos.Select(video => video.Vid), otherHost.Written<PolyvVideo>().Select(video => video.Vid));
    }

    [Fact]
    public async Task Concurrent_callers_of_a_session_share_its_connections()
    {
        var client = Polyv();
        var expected = Sandbox.Polyv.Videos.Select(video => video.Vid).ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async user =>
        {
            var host = new RecordingHost();
            var options = new ListOptions { PageSize = 40, Skip = user };
            await ListRunner.RunAsync(client.ListVideosAsync(new(), options, host), options, host, default);
            Assert.Equal(expected.Skip(user), host.Written<PolyvVideo>().Select(video => video.Vid));
        }));

        Assert.InRange(Sandbox.Connections, 1, 8 * new ListOptions().ThrottleLimit);
    }

    [Fact]
    public async Task List_that_shifts_between_pages_has_no_duplicates_and_no_gaps()
    {
        var stayed = Sandbox.Polyv.Videos.Skip(25).Select(video => video.Vid).ToList();
        Sandbox.Faults.Add(new() { Kind = VideoPlatforms.Sandbox.Faults.FaultKind.ShiftList, Count = 13, Skip = 2 });
        Sandbox.Faults.Add(new() { Kind = VideoPlatforms.Sandbox.Faults.FaultKind.ShiftList, Count = -38, Skip = 5 });

        var videos = await ListAsync(Polyv(), options: new() { PageSize = 20 });

        var vids = videos.Select(video => video.Vid!).ToList();
        Assert.Equal(vids.Distinct(), vids);
        Assert.Empty(stayed.Except(vids));
    }
}
