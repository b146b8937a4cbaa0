using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Tests.Commands;

/// <summary>A session as text names it: what is the same session, and what is another account or server.</summary>
public sealed class SessionReferenceTests
{
    private static readonly Uri Server = new("https://vod.example.com/");

    [Theory]
    [InlineData("https://vod.example.com/", "Qushipin/default ops@vod.example.com")]
    [InlineData("https://vod.example.com/api/", "Qushipin/default ops@vod.example.com/api")]
    [InlineData("https://vod.example.com:8443/", "Qushipin/default ops@vod.example.com:8443")]
    [InlineData("http://vod.example.com/", "Qushipin/default ops@vod.example.com:80")]
    public void Text_names_platform_name_account_and_server(string server, string text) =>
        Assert.Equal(text, new SessionReference(Platform.Qushipin, "default", "ops", new(server)).ToString());

    [Theory]
    [InlineData("default", "ops")]
    [InlineData("night shift", "ops")]
    [InlineData("default", "ops team")]
    [InlineData("default", "50% ops@home")]
    public void Text_is_read_back_as_the_same_session(string name, string account)
    {
        var reference = new SessionReference(Platform.Qushipin, name, account, Server);

        var read = SessionReference.Parse($"  {reference} ");

        Assert.Equal(reference.ToString(), read.ToString());
        Assert.True(read.HasNameOf(reference));
        Assert.True(read.HasAccountOf(reference));
    }

    [Theory]
    [InlineData("default", true)]
    [InlineData("DEFAULT", true)]
    [InlineData("Qushipin/default", true)]
    [InlineData("qushipin/Default", true)]
    [InlineData("Chanjing/default", false)]
    [InlineData("other", false)]
    [InlineData("Qushipin/other", false)]
    public void Text_without_an_account_names_a_session_by_platform_and_name(string text, bool same)
    {
        var session = new SessionReference(Platform.Qushipin, "default", "ops", Server);

        Assert.Equal(same, SessionReference.Parse(text).HasNameOf(session));
        Assert.Equal(same, SessionReference.Parse(text).HasAccountOf(session));
        Assert.Equal(same, session.HasAccountOf(SessionReference.Parse(text)));
    }

    [Theory]
    [InlineData("Qushipin/default ops@vod.example.com", true)]
    [InlineData("Qushipin/other ops@vod.example.com", true)]
    [InlineData("default ops@vod.example.com", true)]
    [InlineData("Chanjing/default ops@vod.example.com", false)]
    [InlineData("Qushipin/default OPS@vod.example.com", false)]
    [InlineData("Qushipin/default dev@vod.example.com", false)]
    [InlineData("Qushipin/default ops@vod.example.com:8443", false)]
    [InlineData("Qushipin/default ops@vod.example.com/api", false)]
    [InlineData("Qushipin/default ops@other.example.com", false)]
    public void Text_with_an_account_names_it_and_not_the_session(string text, bool same)
    {
        var session = new SessionReference(Platform.Qushipin, "default", "ops", Server);

        Assert.Equal(same, SessionReference.Parse(text).HasAccountOf(session));
        Assert.Equal(same, session.HasAccountOf(SessionReference.Parse(text)));
    }

    [Fact]
    public void Name_with_a_space_is_no_account()
    {
        var session = new SessionReference(Platform.Qushipin, "night shift", "ops", Server);

        Assert.True(SessionReference.Parse("Qushipin/night shift").HasNameOf(session));
        Assert.True(SessionReference.Parse("night shift").HasAccountOf(session));
        Assert.False(SessionReference.Parse("night").HasNameOf(session));
    }

    [Fact]
    public void Account_with_a_space_is_not_the_one_that_is_written_like_its_escape()
    {
        var one = new SessionReference(Platform.Qushipin, "default", "ops team", Server);
        var other = new SessionReference(Platform.Qushipin, "default", "ops%20team", Server);

        Assert.NotEqual(one.ToString(), other.ToString());
        Assert.False(one.HasAccountOf(other));
    }

    [Theory]
    [InlineData("default", null)]
    [InlineData("Qushipin/default", Platform.Qushipin)]
    [InlineData("polyvlive/night", Platform.PolyvLive)]
    [InlineData("polyv/night", Platform.Polyv)]
    [InlineData("Youtube/night", null)]
    public void Platform_is_known_if_the_text_names_one(string text, Platform? platform) => Assert.Equal(platform, SessionReference.Parse(text).Platform);

    [Theory]
    [InlineData("default", true)]
    [InlineData("night shift", true)]
    [InlineData("夜班", true)]
    [InlineData("a/b", false)]
    [InlineData("a@b", false)]
    [InlineData(" ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Name_holds_neither_slash_nor_at_sign(string? name, bool allowed) => Assert.Equal(allowed, SessionReference.IsName(name));

    [Fact]
    public void Only_the_first_platform_is_the_platform() => Assert.Equal("Polyv/Chanjing/x", SessionReference.Parse("Polyv/Chanjing/x").ToString());

    [Theory]
    [InlineData("Polyv", Platform.Polyv)]
    [InlineData(" polyvlive ", Platform.PolyvLive)]
    [InlineData("Youtube", null)]
    [InlineData("99", null)]
    [InlineData("PolyvLive,Chanjing", null)]
    [InlineData("+2", null)]
    [InlineData("2", Platform.Chanjing)]
    [InlineData("", null)]
    public void Platform_is_found_by_its_name(string text, Platform? platform) => Assert.Equal(platform, PlatformRegistry.Find(text));

    [Theory]
    [InlineData(typeof(PolyvVideo), Platform.Polyv)]
    [InlineData(typeof(PolyvLivePlayback), Platform.PolyvLive)]
    [InlineData(typeof(ChanjingVideo), Platform.Chanjing)]
    [InlineData(typeof(QushipinVideo), Platform.Qushipin)]
    [InlineData(typeof(DigitalPersonWork), Platform.DigitalPerson)]
    [InlineData(typeof(VideoOperationResult), null)]
    public void Platform_is_found_by_the_class_of_its_videos(Type type, Platform? platform) => Assert.Equal(platform, PlatformRegistry.OfVideoType(type.FullName!)?.Platform);
}
