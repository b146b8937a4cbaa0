using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Polyv;

public sealed class PolyvStateTests : SandboxTest
{
    [Theory]
    [InlineData("60", VideoState.Ready)]
    [InlineData("61", VideoState.Ready)]
    [InlineData("10", VideoState.Processing)]
    [InlineData("20", VideoState.Processing)]
    [InlineData("50", VideoState.InReview)]
    [InlineData("51", VideoState.Blocked)]
    [InlineData("-1", VideoState.Deleted)]
    [InlineData("62", VideoState.Unknown)]
    [InlineData("", VideoState.Unknown)]
    [InlineData("061", VideoState.Unknown)]
    public async Task Status_is_mapped_to_a_state_and_kept(string status, VideoState state)
    {
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.Body,
            Body = $$$"""{"code":200,"data":{"contents":[{"vid":"a","status":"{{{status}}}"}]}}""",
        });

        var video = Assert.Single(await ListAsync(Polyv()));

        Assert.Equal(state, video.State);
        Assert.Equal(status, video.StatusCode);
    }

    [Fact]
    public async Task Sandbox_covers_every_documented_status()
    {
        var videos = await ListAsync(Polyv());

        Assert.Equal(["-1", "10", "20", "50", "51", "60", "61"], videos.Select(video => video.StatusCode).Distinct().Order(StringComparer.Ordinal));
    }
}
