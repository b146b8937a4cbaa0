using System.Net;
using VideoPlatforms.Clients.Qushipin;

namespace VideoPlatforms.Tests.Sandbox;

/// <summary>Addresses that expire. The clients read them, so that lists are tested as users see them.</summary>
public sealed class MediaAddressTests : PlatformTest
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;

    public MediaAddressTests()
        : base(videoCount: 12) => _http = Keep(new HttpClient());

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Lists_contain_signed_addresses_that_expire(Platform platform)
    {
        Sandbox.Media.AddressLifetime = Lifetime;
        var client = ClientOf(platform);
        var addresses = (await ReadAnyAsync(client)).SelectMany(video => new[] { video.Url, video.CoverUrl }).OfType<string>().ToArray();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            Assert.Contains("&sign=", address, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(address.Split('?')[0]));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(address + "0"));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(address.Replace("expires=1", "expires=2", StringComparison.Ordinal)));
        }

        Sandbox.ClockSkew += Lifetime + TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(addresses[0]));
        var fresh = (await ReadAnyAsync(client)).SelectMany(video => new[] { video.Url, video.CoverUrl }).OfType<string>().First();
        Assert.NotEqual(addresses[0], fresh);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(fresh));
    }

    [Fact]
    public async Task Addresses_can_be_expired_at_once()
    {
        Sandbox.Media.AddressLifetime = Lifetime;
        var client = Qushipin();
        var before = await FileAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(before));

        Sandbox.Media.ExpireAddresses();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(before));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await FileAsync()));

        async Task<string> FileAsync() => (await ReadAsync(client)).First(video => video.FileUrls.Count > 0).FileUrls[0];
    }

    [Fact]
    public async Task Individual_videos_contain_signed_addresses()
    {
        Sandbox.Media.AddressLifetime = Lifetime;
        var row = Sandbox.Chanjing.Videos.First(video => video.SubtitleDataUrl.Length > 0);

        var video = await Chanjing().GetVideoAsync(row.Id, Host, default);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(video!.SubtitleDataUrl!));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(video.Url!));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(row.SubtitleDataUrl));
    }

    [Fact]
    public async Task Addresses_without_a_lifetime_are_those_of_the_data_and_do_not_expire()
    {
        var videos = await ReadAsync(Qushipin());
        var address = videos.First(video => video.FileUrls.Count > 0).FileUrls[0];

        Assert.Contains(address, Sandbox.Qushipin.Videos.SelectMany(video => video.FileUrlList));
        Assert.Equal(address, Sandbox.Media.GetAddress(address));
        Sandbox.ClockSkew = TimeSpan.FromDays(3650);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
    }

    [Fact]
    public async Task Addresses_outside_the_sandbox_are_not_signed()
    {
        const string Outside = "https://example.com/a.png";
        Sandbox.Media.AddressLifetime = Lifetime;

        var client = Qushipin();
        await client.RecommendAsync(new QushipinRecommendation { VideoId = "a", UserId = "2434793223202", CoverUrl = Outside }, Host);

        Assert.Equal(Outside, (await client.GetRecommendationAsync("a", Host)).CoverUrl);
        Assert.Equal(Outside, Sandbox.Media.GetAddress(Outside));
    }

    [Fact]
    public async Task Signature_is_not_in_the_log()
    {
        Sandbox.Media.AddressLifetime = Lifetime;
        await StatusAsync(Sandbox.Media.GetAddress(Sandbox.Polyv.Videos[0].FirstImage));

        var request = Assert.Single(Sandbox.Requests);
        Assert.Equal("***", request.Parameters["sign"]);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await _http.GetAsync(address);
        return response.StatusCode;
    }
}
