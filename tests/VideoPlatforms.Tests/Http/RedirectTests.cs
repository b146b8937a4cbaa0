using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

public sealed class RedirectTests : SandboxTest
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_reported_and_not_followed(int status)
    {
        using var other = SandboxServer.Start();
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Location = $"{other.RootUri}v2/login?back=1&token=abcdef", Times = int.MaxValue });

        var failure = await FailAsync(Polyv());

        Assert.Equal("Polyv.Redirected", failure.ErrorId);
        Assert.Contains(other.RootUri.Authority, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abcdef", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Sandbox.Requests.Count);
        Assert.Equal(0, other.Requests.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/login")]
    [InlineData("http://")]
    public async Task Redirect_without_a_valid_location_is_reported(string? location)
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Redirect, Location = location, Times = int.MaxValue });

        Assert.Equal("Polyv.Redirected", (await FailAsync(Polyv())).ErrorId);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Cookies_are_not_stored()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.None, Headers = new Dictionary<string, string> { ["Set-Cookie"] = "a=b; Path=/" } });

        await ListAsync(Polyv(), options: new() { PageSize = 100, ThrottleLimit = 1 });

        Assert.All(Sandbox.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
        Assert.Equal(3, Sandbox.Requests.Count);
    }
}
