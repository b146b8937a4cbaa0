using System.Globalization;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Polyv;

/// <summary>The signature matches the sent parameters: the sandbox verifies every signature with a separate implementation.</summary>
public sealed class PolyvSigningTests : SandboxTest
{
    [Fact]
    public async Task Request_without_a_filter_sends_only_the_page_and_the_signature()
    {
        await ListAsync(Polyv(), options: OnePage);

        Assert.Equal(["page", "pageSize", "ptime", "sign"], Sent().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Plus_sign_in_an_email_address_is_sent_unchanged()
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
    public async Task Special_characters_in_an_email_address_are_signed_and_sent_unchanged(string email)
    {
        // The sandbox verifies the signature first, so this error shows that it is correct.
        var failure = await FailAsync(Polyv(), new() { UploaderEmail = email });

        Assert.Equal("Polyv.SubaccountNotFound", failure.ErrorId);
        Assert.Equal(email, Sent()["email"]);
    }

    [Fact]
    public async Task Special_characters_in_a_user_id_stay_in_one_path_segment()
    {
        const string userId = "用户 12?a=b&c#d%41+e";

        var failure = await FailAsync(Polyv(userId));

        Assert.Equal("Polyv.UserNotFound", failure.ErrorId);
        Assert.Equal($"/v2/video/{userId}/get-by-uploader", Sandbox.Requests.Single().Path);
    }

    [Fact]
    public async Task Each_attempt_has_a_new_signature()
    {
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Times = 2, Delay = TimeSpan.FromMilliseconds(3) });

        await ListAsync(Polyv(), options: OnePage);

        // The last attempt was accepted, so its signature matches its own timestamp.
        var stamps = Sandbox.Requests.Select(request => long.Parse(request.Parameters["ptime"], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, stamps.Count);
        Assert.True(stamps[0] < stamps[1] && stamps[1] < stamps[2], string.Join(", ", stamps));
    }

    [Fact]
    public async Task Path_of_the_base_address_is_kept()
    {
        var failure = await FailAsync(Polyv(configure: options => options.BaseUri = new(Sandbox.RootUri, "mirror/polyv")));

        Assert.Equal("Polyv.RequestRejected", failure.ErrorId);
        Assert.Equal(404, failure.HttpStatus);
        Assert.Equal($"/mirror/polyv/v2/video/{Sandbox.Polyv.UserId}/get-by-uploader", Sandbox.Requests.Single().Path);
    }

    private IReadOnlyDictionary<string, string> Sent() => Sandbox.Requests.Single().Parameters;
}
