using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

/// <summary>HTTP 401 without an error of the platform, as sent by a gateway or a servlet filter.</summary>
public sealed class UnauthorizedTests : PlatformTest
{
    public static TheoryData<Platform> PlatformsWithTokens => [.. PlatformSamples.All.Where(sample => sample.TokenCall is not null).Select(sample => sample.Platform)];

    [Theory]
    [MemberData(nameof(PlatformsWithTokens))]
    public async Task Token_is_renewed_and_the_request_succeeds(Platform platform)
    {
        var client = ClientOf(platform);
        await client.SignInAsync(Host);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 401, Path = ListCallOf(platform) });

        var videos = await ReadAnyAsync(client, new() { First = 1 });

        Assert.Single(videos);
        Assert.Equal(2, Received(PlatformSamples.Of(platform).TokenCall!).Count);
    }

    [Theory]
    [MemberData(nameof(PlatformsWithTokens))]
    public async Task Token_that_is_rejected_twice_is_reported(Platform platform)
    {
        var client = ClientOf(platform);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 401, Path = ListCallOf(platform), Times = int.MaxValue });

        var failure = await FailureOf(() => ReadAnyAsync(client, new() { First = 1 }));

        Assert.Equal(($"{platform}.{PlatformSamples.Of(platform).RejectionReason}", true), (failure.ErrorId, failure.EndsPipeline));
        Assert.Equal(2, Received(PlatformSamples.Of(platform).TokenCall!).Count);
        Assert.Equal(2, Received(ListCallOf(platform)).Count);
    }

    [Fact]
    public async Task Rejected_write_is_sent_again_after_the_renewal()
    {
        var client = Qushipin();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 401, Path = "submitTranscode" });

        await client.StartTranscodeAsync(Sandbox.Qushipin.Videos[0].VideoId, narrowband: false, Host);

        Assert.Equal(2, Received("submitTranscode").Count);
    }

    [Fact]
    public async Task Unauthorized_login_is_a_rejected_login()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 401, Path = "login", Times = int.MaxValue });

        Assert.Equal("Qushipin.LoginRejected", (await FailureOf(() => Qushipin().SignInAsync(Host))).ErrorId);
    }

    [Fact]
    public async Task Unauthorized_digital_person_request_is_reported()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 401, Path = ListCallOf(Platform.DigitalPerson), Times = int.MaxValue });

        Assert.Equal("DigitalPerson.Unauthorized", (await FailureOf(() => ReadAnyAsync(DigitalPerson()))).ErrorId);
    }
}
