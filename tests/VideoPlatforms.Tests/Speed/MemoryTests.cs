using System.Net;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Paging;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Tests.Speed;

/// <summary>Allocations are measured for the whole process, so these tests do not run in parallel with others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    // Measured: about 1,000, of which 800 are the strings of the video itself.
    private const int MostBytesPerVideo = 1_300;

    [Fact]
    public async Task Allocations_per_video_are_limited()
    {
        const int Total = 20_000;
        using var server = await FastServer.StartAsync(Total);
        using var client = Client(server);
        Assert.Equal(Total, await CountAsync(client));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(Total, await CountAsync(client));
        var perVideo = (GC.GetTotalAllocatedBytes(precise: true) - before) / Total;

        Assert.InRange(perVideo, 500, MostBytesPerVideo);
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_length_of_a_list()
    {
        const int Total = 100_000;
        using var server = await FastServer.StartAsync(Total);
        using var client = Client(server);
        long early = 0, atTheEnd = 0;

        await CountAsync(client, count =>
        {
            if (count > 20_000 && early == 0)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (count == Total)
            {
                atTheEnd = GC.GetTotalMemory(forceFullCollection: true);
            }
        });

        // The ids of the latest 10,000 to 20,000 videos are kept; apart from that, the memory must not grow.
        Assert.NotEqual(0, early);
        Assert.InRange(atTheEnd, 1, early + 2_000_000);
    }

    private static PolyvClient Client(FastServer server) =>
        new("bench", new NetworkCredential("", "bench-secret").SecurePassword, new() { BaseUri = server.Address, RequestsPerSecond = 10_000 });

    private static async Task<int> CountAsync(PolyvClient client, Action<int>? reached = null)
    {
        var count = 0;
        await foreach (var batch in client.ListVideosAsync(new(), new ListOptions(), SilentObserver.Instance))
        {
            count += batch.Items.Count;
            reached?.Invoke(count);
        }

        return count;
    }
}
