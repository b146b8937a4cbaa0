using VideoPlatforms.Clients.Registry;


namespace VideoPlatforms.Tests.Deserialization;

/// <summary>Objects that were saved or sent come back as they were, and name the account that they belong to.</summary>
public sealed class ObjectReaderTests
{
    private const string Session = "Qushipin/default ops@vod.example.com";

    private static readonly Dictionary<string, object?> SavedSession = new()
    {
        ["Platform"] = "Qushipin",
        ["Name"] = "default",
        ["Account"] = "ops",
        ["BaseUri"] = "https://vod.example.com/",
        ["ConnectedAt"] = "2025-03-01T08:30:00.0000000+08:00",
        ["ExpiresAt"] = "2025-03-31T08:30:00.0000000+08:00",
    };

    private static readonly Dictionary<string, object?> SavedResult = new()
    {
        ["Platform"] = "Qushipin",
        ["Operation"] = "createAudit",
        ["Target"] = "v1",
        ["Message"] = "success",
        ["RequestId"] = "r1",
        ["CompletedAt"] = "2025-03-01T08:30:00.0000000+08:00",
        ["Session"] = Session,
    };

    public static TheoryData<Type, Platform> Videos => new()
    {
        { typeof(PolyvVideo), Platform.Polyv },
        { typeof(PolyvLivePlayback), Platform.PolyvLive },
        { typeof(ChanjingVideo), Platform.Chanjing },
        { typeof(QushipinVideo), Platform.Qushipin },
        { typeof(DigitalPersonWork), Platform.DigitalPerson },
    };

    [Fact]
    public void Session_comes_back_closed_and_names_the_same_account()
    {
        var session = Assert.IsType<VideoPlatformSession>(Read(typeof(VideoPlatformSession), SavedSession));

        Assert.Equal(Session, session.ToString());
        Assert.Equal("default", session.Name);
        Assert.Equal("ops", session.Account);
        Assert.Equal(new("https://vod.example.com/"), session.BaseUri);
        Assert.Equal(new(2025, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)), session.ConnectedAt);
        Assert.Equal(new(2025, 3, 31, 8, 30, 0, TimeSpan.FromHours(8)), session.ExpiresAt);
        Assert.False(session.IsOpen);
        Assert.False(session.IsClosed);
        Assert.Throws<InvalidOperationException>(() => session.Client);
    }

    [Theory]
    [InlineData("Platform")]
    [InlineData("Name")]
    [InlineData("Account")]
    [InlineData("BaseUri")]
    public void Session_of_which_too_little_is_known_is_none(string missing)
    {
        Assert.Null(Read(typeof(VideoPlatformSession), new(SavedSession) { [missing] = null }));
        Assert.Null(Read(typeof(VideoPlatformSession), new(SavedSession) { [missing] = "" }));
    }

    [Fact]
    public void Result_comes_back_as_it_was()
    {
        var result = Assert.IsType<VideoOperationResult>(Read(typeof(VideoOperationResult), SavedResult));

        Assert.Equal(Platform.Qushipin, result.Platform);
        Assert.Equal("createAudit v1", result.ToString());
        Assert.Equal("success", result.Message);
        Assert.Equal("r1", result.RequestId);
        Assert.Equal(new(2025, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)), result.CompletedAt);
        Assert.Equal(Session, result.Session!.ToString());
    }

    [Theory]
    [InlineData("Platform")]
    [InlineData("Operation")]
    [InlineData("Target")]
    [InlineData("CompletedAt")]
    public void Result_of_which_too_little_is_known_is_none(string missing) =>
        Assert.Null(Read(typeof(VideoOperationResult), new(SavedResult) { [missing] = null }));

    [Theory]
    [MemberData(nameof(Videos))]
    public void Video_comes_back_under_its_account(Type type, Platform platform)
    {
        var text = $"{platform}/default ops@vod.example.com";

        var video = Assert.IsAssignableFrom<PlatformVideo>(Read(type, new()
        {
            ["Id"] = "v1",
            ["Title"] = "title",
            ["CreatedAt"] = "2025-03-01T08:30:00.0000000+08:00",
            ["Duration"] = "00:01:30",
            ["CoverUrl"] = "https://example.com/cover.jpg",
            ["Session"] = text,
        }));

        Assert.IsType(type, video);
        Assert.Equal(platform, video.Platform);
        Assert.Equal("v1", video.Id);
        Assert.Equal(text, video.Session!.ToString());
        Assert.False(video.Session.IsOpen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Video_without_a_session_belongs_to_none(string? session) =>
        Assert.Null(Assert.IsType<QushipinVideo>(Read(typeof(QushipinVideo), new() { ["Id"] = "v1", ["Session"] = session })).Session);

    [Fact]
    public void Class_of_another_module_is_not_read() => Assert.Null(ObjectReader.Read("System.Object", new(_ => "x")));

    [Fact]
    public void Classes_that_are_read_are_those_that_are_written() =>
        Assert.Equal(
            Videos.Select(row => ((Type)row[0]).FullName!).Append(typeof(VideoPlatformSession).FullName).Append(typeof(VideoOperationResult).FullName).Order(),
            PlatformRegistry.All.Select(platform => platform.VideoType.FullName).Append(typeof(VideoPlatformSession).FullName).Append(typeof(VideoOperationResult).FullName).Order());

    private static object? Read(Type type, Dictionary<string, object?> saved) => ObjectReader.Read(type.FullName!, new(name => saved.GetValueOrDefault(name)));
}
