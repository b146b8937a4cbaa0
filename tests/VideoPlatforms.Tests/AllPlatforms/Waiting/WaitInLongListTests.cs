using System.Collections;

namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>A wait for a few videos of a long list.</summary>
public sealed class WaitInLongListTests : WaitTest
{
    public WaitInLongListTests()
        : base(100_000)
    {
    }

    [Theory]
    [InlineData(Platform.Chanjing, "video")]
    [InlineData(Platform.Qushipin, "getVideoById")]
    public async Task Wait_for_three_of_a_hundred_thousand_videos_reads_only_those_three(Platform platform, string call)
    {
        await ConnectAsync(platform);
        var ids = SandboxOf(platform).Ids;
        string[] awaited = [ids[10], ids[50_000], ids[99_998]];
        SandboxOf(platform).StartProcessing(awaited);
        Sandbox.Requests.Clear();
        AfterEachLook(number => SandboxOf(platform).CompleteProcessing(number == 3 ? awaited : []));

        await WaitAsync(awaited.Select(id => new Hashtable { ["Platform"] = $"{platform}", ["Id"] = id }));

        Assert.Equal(awaited, Settled);
        Assert.All(Looks.Append([.. Sandbox.Requests]), look => Assert.Equal([call, call, call], look.Select(request => request.Call)));
    }
}
