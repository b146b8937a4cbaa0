using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Tests.Commands;

public sealed class SessionStoreTests : SandboxTest
{
    private readonly SessionStore _store = new();

    [Fact]
    public void Session_is_found_by_platform_and_name_without_case()
    {
        var session = Connect("Night");

        Assert.Same(session, _store.Named(Platform.Polyv, "nIGHT"));
        Assert.Null(_store.Named(Platform.PolyvLive, "Night"));
        Assert.Null(_store.Named(Platform.Polyv, "day"));
    }

    [Fact]
    public void Only_session_is_the_default()
    {
        var session = Connect("night");

        Assert.Same(session, _store.Default(Platform.Polyv));
    }

    [Fact]
    public void Session_named_default_is_the_default_of_several()
    {
        Connect("night");
        var session = Connect("DEFAULT");
        Connect("day");

        Assert.Same(session, _store.Default(Platform.Polyv));
    }

    [Fact]
    public void Several_sessions_without_a_default_are_an_error()
    {
        Connect("night");
        Connect("day");

        var failure = Assert.Throws<PlatformException>(() => _store.Default(Platform.Polyv));

        Assert.Equal("Polyv.NotConnected", failure.ErrorId);
        Assert.Contains("night, day", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-Session", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.True(failure.EndsPipeline);
    }

    [Fact]
    public void Error_without_a_session_recommends_the_Connect_cmdlet()
    {
        var failure = Assert.Throws<PlatformException>(() => _store.Default(Platform.Polyv));

        Assert.Equal("Polyv.NotConnected", failure.ErrorId);
        Assert.Contains("Connect-Polyv", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_with_the_same_name_is_closed_and_replaced()
    {
        var old = Connect("default");
        var oldClient = (PolyvClient)old.Client;
        var other = Connect("other");

        var session = Connect("Default");

        Assert.Equal([other, session], _store.All);
        Assert.Equal("Polyv.NotConnected", (await FailAsync(oldClient)).ErrorId);
        Assert.Equal(0, Sandbox.Requests.Count);
        Assert.Equal(300, (await ListAsync((PolyvClient)session.Client)).Count);
    }

    [Fact]
    public async Task Closed_session_is_removed_and_sends_no_request()
    {
        var session = Connect("default");
        var client = (PolyvClient)session.Client;

        _store.Close(session);
        _store.Close(session);

        Assert.Empty(_store.All);
        Assert.False(session.IsOpen);
        var failure = await FailAsync(client);
        Assert.Equal("Polyv.NotConnected", failure.ErrorId);
        Assert.True(failure.EndsPipeline);
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public void Session_contains_account_address_and_time()
    {
        var before = DateTimeOffset.Now;

        var session = Connect("night");

        Assert.Equal($"Polyv/night {Sandbox.Polyv.UserId}@127.0.0.1:{Sandbox.RootUri.Port}", session.ToString());
        Assert.Equal(Platform.Polyv, session.Platform);
        Assert.Equal("night", session.Name);
        Assert.Equal(Sandbox.Polyv.UserId, session.Account);
        Assert.Equal(Sandbox.RootUri, session.BaseUri);
        Assert.InRange(session.ConnectedAt, before, DateTimeOffset.Now);
        Assert.Null(session.ExpiresAt);
    }

    [Fact]
    public async Task Videos_reference_their_session()
    {
        var session = Connect("night");

        Assert.All(await ListAsync((PolyvClient)session.Client), video => Assert.Same(session, video.Session));
    }

    private VideoPlatformSession Connect(string name)
    {
        var session = new VideoPlatformSession(name, Polyv());
        _store.Add(session);
        return session;
    }
}
