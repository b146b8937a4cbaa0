using System.Globalization;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Polyv;

/// <summary>What is signed is what is sent: the sandbox checks every signature with lines of its own.</summary>
public sealed class PolyvSigningTests : SandboxTest
{
    [Fact]
    public async Task Without_a_filter_only_the_page_and_the_signature_travel()
    {
        await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(["page", "pageSize", "ptime", "sign"], Sent().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_plus_in_an_address_travels_as_it_is()
    {
        var videos = await ListAsync(Polyv(), new() { UploaderEmail = "ops+video@example.com" }, OnePage);

        Assert.Equal("ops+video@example.com", Sent()["email"]);
        Assert.Equal(Sandbox.Polyv.Videos.Count(video => video.UploaderEmail == "ops+video@example.com"), videos.Count);
        Assert.NotEmpty(videos);
    }

    [Theory]
    [InlineData("张三@example.com")]
    [InlineData("li.lei@例子.cn")]
    [InlineData("a&b=c%20d#e?f/g@example.com")]
    [InlineData("o'brien~!*$|{}^`@example.com")]
    public async Task Whatever_an_address_is_made_of_signs_and_travels(string email)
    {
        // The sandbox looks at the signature first, so this error proves that it fits.
        var failure = await FailAsync(Polyv(), new() { UploaderEmail = email });

        Assert.Equal("Polyv.SubaccountNotFound", failure.ErrorId);
        Assert.Equal(email, Sent()["email"]);
    }

    [Fact]
    public async Task Whatever_a_user_id_is_made_of_stays_one_word_of_the_path()
    {
        const string userId = "用户 12?a=b&c#d%41+e";

        var failure = await FailAsync(Polyv(userId));

        Assert.Equal("Polyv.UserNotFound", failure.ErrorId);
        Assert.Equal($"/v2/video/{userId}/get-by-uploader", Sandbox.Requests.Single().Path);
    }

    [Fact]
    public async Task Each_attempt_is_signed_afresh()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Times = 2, Delay = TimeSpan.FromMilliseconds(3) });

        await ListAsync(Polyv(), options: OnePage);

        // The last one was accepted, so its signature fits its own timestamp and not the first one's.
        var stamps = Sandbox.Requests.Select(request => long.Parse(request.Parameters["ptime"], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, stamps.Count);
        Assert.True(stamps[0] < stamps[1] && stamps[1] < stamps[2], string.Join(", ", stamps));
    }

    [Fact]
    public async Task A_base_address_with_a_path_keeps_it()
    {
        var failure = await FailAsync(Polyv(configure: options => options.BaseUri = new(Sandbox.RootUri, "mirror/polyv")));

        Assert.Equal("Polyv.RequestRejected", failure.ErrorId);
        Assert.Equal(404, failure.HttpStatus);
        Assert.Equal($"/mirror/polyv/v2/video/{Sandbox.Polyv.UserId}/get-by-uploader", Sandbox.Requests.Single().Path);
    }

    private IReadOnlyDictionary<string, string> Sent() => Sandbox.Requests.Single().Parameters;
}
