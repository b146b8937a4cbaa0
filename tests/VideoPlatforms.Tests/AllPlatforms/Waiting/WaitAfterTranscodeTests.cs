using System.Collections;
using System.Globalization;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Tests.AllPlatforms.Waiting;

/// <summary>The wait for a transcoding that was just started: the video still shows the result of the earlier one.</summary>
public sealed class WaitAfterTranscodeTests : WaitTest
{
    public WaitAfterTranscodeTests()
        : base(60)
    {
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Old_success_does_not_count_until_the_new_transcoding_was_seen(bool narrowband)
    {
        var (client, video) = await ReadyAsync();
        Sandbox.Qushipin.TranscodeDelay = TimeSpan.FromMinutes(10);
        var result = await client.StartTranscodeAsync(video.VideoId!, narrowband, Host, default);
        var statuses = new List<int>();
        AfterEachLook(number =>
        {
            statuses.Add(Host.Objects.Count);
            if (number == 2)
            {
                Sandbox.ClockSkew = TimeSpan.FromMinutes(11);
            }
            else if (number == 4)
            {
                Sandbox.Qushipin.ProcessingTime = TimeSpan.Zero;
            }
        });

        await WaitAsync([result], Options(min: 1, max: 2));

        Assert.Equal([0, 0, 0, 0], statuses);
        Assert.Equal([video.VideoId], Settled);
        Assert.True(Clock.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Old_success_counts_after_the_grace_period()
    {
        var (client, video) = await ReadyAsync();
        Sandbox.Qushipin.TranscodeDelay = TimeSpan.FromDays(1);
        var result = await client.StartTranscodeAsync(video.VideoId!, false, Host, default);

        await WaitAsync([result]);

        Assert.Equal([video.VideoId], Settled);
        Assert.InRange(Clock.Elapsed.TotalSeconds, 58, 180);
    }

    [Fact]
    public async Task Result_of_an_hour_ago_has_no_grace_period()
    {
        var (_, video) = await ReadyAsync();
        var saved = new Hashtable
        {
            ["Platform"] = "Qushipin",
            ["Operation"] = "submitTranscode",
            ["Target"] = video.VideoId,
            ["CompletedAt"] = DateTimeOffset.Now.AddHours(-1).ToString("O", CultureInfo.InvariantCulture),
        };

        await WaitAsync([saved]);

        Assert.Equal([video.VideoId], Settled);
        Assert.Empty(Clock.Delays);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed_transcoding_is_an_error(bool narrowband)
    {
        var (client, video) = await ReadyAsync();
        var result = await client.StartTranscodeAsync(video.VideoId!, narrowband, Host, default);
        AfterEachLook(number =>
        {
            Sandbox.Qushipin.FailEvery = 1;
            Sandbox.Qushipin.ProcessingTime = number == 2 ? TimeSpan.Zero : null;
        });

        await WaitAsync([result]);

        var (failure, target) = Assert.Single(Host.Errors);
        Assert.Equal("Qushipin.WaitFailed", failure.ErrorId);
        Assert.Equal(video.VideoId, Assert.IsType<QushipinVideo>(target).VideoId);
        Assert.Empty(Host.Objects);
    }

    [Fact]
    public async Task Result_of_another_operation_waits_for_the_state_alone()
    {
        var (client, video) = await ReadyAsync();
        var result = await client.AuditAsync(video.VideoId!, new(QushipinAuditStatus.Blocked, "4711"), Host, default);

        await WaitAsync([result], Options([VideoState.Blocked]));

        Assert.Equal([video.VideoId], Settled);
        Assert.Empty(Clock.Delays);
    }

    private async Task<(QushipinClient Client, QushipinVideo Video)> ReadyAsync()
    {
        var session = await ConnectAsync(Platform.Qushipin);
        var video = (QushipinVideo)(await VideosAsync(Platform.Qushipin)).First(video => video.State == VideoState.Ready && ((QushipinVideo)video).TranscodeStatus == "success");
        return ((QushipinClient)session.Client, video);
    }
}
