using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Commands;

namespace VideoPlatforms.Tests.Faults;

/// <summary>
/// A thousand writes with faults: each reported outcome (successful, failed, unknown) is consistent with the server's state. Success
/// and failure are certain; an unknown outcome can be either.
/// </summary>
public sealed class ThousandWritesTests : PlatformTest
{
    private const int Count = 1_000;

    public ThousandWritesTests()
        : base(Count + 200)
    {
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Reported_audits_match_the_servers_state(int retries)
    {
        var client = await ConnectWithFaultsAsync(retries, "createAudit");
        var ids = IdsOf(Platform.Qushipin).Take(Count).ToList();

        await WriteAsync(ids, id => client.AuditAsync(id, new(QushipinAuditStatus.Blocked, $"claim {id}"), Host));

        var blocked = Sandbox.Qushipin.Videos.Where(video => video.Reason is not null).ToDictionary(video => video.VideoId, video => video.Reason);
        AssertReported(ids, blocked.ContainsKey, retries);
        Assert.All(blocked, pair => Assert.Equal($"claim {pair.Key}", pair.Value));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(0, false)]
    public async Task Reported_deletes_match_the_servers_state(int retries, bool verify)
    {
        var client = await ConnectWithFaultsAsync(retries, "vod/");
        var videos = Sandbox.Qushipin.Videos.Take(Count).ToDictionary(video => video.VideoId, video => video.UserId);
        var ids = videos.Keys.ToList();

        await WriteAsync(ids, id => client.DeleteVideoAsync(id, videos[id], verify, Host));

        var left = IdsOf(Platform.Qushipin).ToHashSet();
        AssertReported(ids, id => !left.Contains(id), retries);
        Assert.Equal(200, left.Except(ids).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Recommendations_are_added_at_most_once(int retries)
    {
        // Each call adds a recommendation, so a request that may have been processed is not sent again.
        var client = await ConnectWithFaultsAsync(retries, "recommendVideo");
        var ids = IdsOf(Platform.Qushipin).Take(Count).ToList();
        var before = Received("recommendVideo").Count;

        await WriteAsync(ids, id => client.RecommendAsync(new() { VideoId = id, UserId = "u", Title = "4711" }, Host));

        var made = Sandbox.Qushipin.Recommendations.Where(row => row.Video.Title == "4711").Select(row => row.Video.VideoId).ToHashSet();
        AssertReported(ids, made.Contains, retries, unknownAtLeast: 5);
        var rejected = Received("recommendVideo").Skip(before).Count(request => request.Status == 429);
        Assert.InRange(Received("recommendVideo").Count - before, Count, Count + rejected);
    }

    private async Task<QushipinClient> ConnectWithFaultsAsync(int retries, string path)
    {
        var client = Qushipin(configure: options => options.MaximumRetryCount = retries);
        await client.SignInAsync(Host);
        Sandbox.Faults.AddRandom(seed: 815 + retries, RandomFaults.Probability, RandomFaults.For(path));
        return client;
    }

    private Task WriteAsync(List<string> ids, Func<string, Task<VideoOperationResult>> change) =>
        WriteRunner.RunAsync(ids, "Change", id => new(id, async () => await change(id)), passThru: true, Host);

    private void AssertReported(List<string> ids, Func<string, bool> happened, int retries, int unknownAtLeast = 0)
    {
        var done = Host.Written<VideoOperationResult>().Select(result => result.Target).ToList();
        var unknown = Host.Errors.Where(error => error.Failure.Reason == "OutcomeUnknown").Select(error => (string)error.Target!).ToList();
        var failed = Host.Errors.Where(error => error.Failure.Reason != "OutcomeUnknown").Select(error => (string)error.Target!).ToList();

        // Every item is reported once, in one way.
        Assert.Equal(ids.Order(), done.Concat(unknown).Concat(failed).Order());
        Assert.All(done, id => Assert.True(happened(id), $"{id} is reported as done, and was not."));
        Assert.All(failed, id => Assert.False(happened(id), $"{id} is reported as failed, and was done."));
        Assert.All(Host.Errors.Where(error => error.Failure.Reason == "OutcomeUnknown"), error => Assert.False(string.IsNullOrWhiteSpace(error.Failure.RecommendedAction)));
        Assert.InRange(Sandbox.Faults.Fired, 25, 200);
        Assert.InRange(unknown.Count, unknownAtLeast, 100);
        if (retries == 0)
        {
            Assert.NotEmpty(failed);
            Assert.NotEmpty(unknown);
        }
    }
}
