using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Tests.Commands;

/// <summary>A write goes to the account that the item was read from, or nowhere.</summary>
public sealed class ItemSessionTests : PlatformTest
{
    private readonly SessionStore _store = new();

    [Fact]
    public void Item_without_a_session_goes_to_the_default_one()
    {
        var session = Connect("default");
        Connect("night");

        Assert.Same(session, _store.For(Platform.Polyv, null, null));
    }

    [Fact]
    public void Item_without_a_session_goes_to_the_one_that_is_named()
    {
        Connect("default");
        var session = Connect("night");

        Assert.Same(session, _store.For(Platform.Polyv, session, null));
        Assert.Same(session, _store.For(Platform.Polyv, Named("Polyv/night"), null));
    }

    [Fact]
    public void Item_goes_to_the_session_that_it_was_read_with()
    {
        Connect("default");
        var session = Connect("night");

        Assert.Same(session, _store.For(Platform.Polyv, null, session));
        Assert.Same(session, _store.For(Platform.Polyv, null, Named(session.ToString())));
        Assert.Same(session, _store.For(Platform.Polyv, null, Named("night")));
    }

    [Fact]
    public void Item_goes_to_the_session_that_replaced_its_own_under_the_same_account()
    {
        var old = Connect("default");
        var session = Connect("default");

        Assert.False(old.IsOpen);
        Assert.Same(session, _store.For(Platform.Polyv, null, old));
    }

    [Fact]
    public void Open_session_of_another_runspace_is_used_as_it_is()
    {
        var session = Connect("default");
        var elsewhere = new SessionStore();

        Assert.Same(session, elsewhere.For(Platform.Polyv, session, null));
        Assert.Same(session, elsewhere.For(Platform.Polyv, null, session));
    }

    [Fact]
    public async Task Closed_session_still_says_when_its_token_ended()
    {
        var client = Chanjing();
        var session = new VideoPlatformSession("default", client);
        await ReadAsync(client);
        var end = session.ExpiresAt;

        session.Close();

        Assert.NotNull(end);
        Assert.Equal(end, session.ExpiresAt);
        Assert.True(session.IsClosed);
    }

    [Fact]
    public void Closed_session_that_is_named_is_a_mistake()
    {
        var old = Connect("default");
        Connect("default");

        var failure = Assert.Throws<PlatformException>(() => _store.For(Platform.Polyv, old, null));

        Assert.Equal("Polyv.NotConnected", failure.ErrorId);
        Assert.True(failure.EndsPipeline);
    }

    [Fact]
    public void Item_of_another_account_is_refused()
    {
        var session = Connect("default");
        var other = Named($"Polyv/default somebody-else@127.0.0.1:{Sandbox.RootUri.Port}");

        foreach (var given in new[] { null, session })
        {
            var failure = Assert.Throws<PlatformException>(() => _store.For(Platform.Polyv, given, other));

            Assert.Equal("Polyv.SessionMismatch", failure.ErrorId);
            Assert.False(failure.EndsPipeline);
        }
    }

    [Fact]
    public void Item_of_a_session_that_is_not_open_is_refused_alone()
    {
        Connect("default");

        var failure = Assert.Throws<PlatformException>(() => _store.For(Platform.Polyv, null, Named("Polyv/night somebody@example.com")));

        Assert.Equal("Polyv.NotConnected", failure.ErrorId);
        Assert.False(failure.EndsPipeline);
    }

    [Fact]
    public void Item_of_another_platform_is_refused_alone()
    {
        Connect("default");
        var origin = new VideoPlatformSession(Platform.Chanjing, SessionReference.Parse("Chanjing/default"));

        var failure = Assert.Throws<PlatformException>(() => _store.For(Platform.Polyv, null, origin));

        Assert.Equal("Polyv.OtherPlatform", failure.ErrorId);
        Assert.False(failure.EndsPipeline);
        Assert.True(Assert.Throws<PlatformException>(() => _store.For(Platform.Polyv, origin, null)).EndsPipeline);
    }

    [Fact]
    public void Item_of_the_same_account_goes_to_the_session_that_is_named()
    {
        var origin = Connect("default");
        var session = Connect("night");

        Assert.Same(session, _store.For(Platform.Polyv, session, origin));
    }

    [Fact]
    public void Named_sessions_come_in_the_order_of_their_platforms_and_once()
    {
        var chanjing = new VideoPlatformSession("default", Chanjing());
        _store.Add(chanjing);
        var polyv = Connect("default");

        Assert.Equal([polyv, chanjing], _store.Open(null, null));
        Assert.Equal([polyv, chanjing], _store.Open([chanjing, polyv, chanjing], null));
        Assert.Equal([chanjing], _store.Open(null, [Platform.Chanjing]));
        Assert.Equal("Qushipin.NotConnected", Assert.Throws<PlatformException>(() => _store.Open(null, [Platform.Chanjing, Platform.Qushipin])).ErrorId);
    }

    [Fact]
    public void Without_any_session_there_is_nothing_to_list() =>
        Assert.Equal("VideoPlatforms.NotConnected", Assert.Throws<CommandException>(() => _store.Open(null, null)).ErrorId);

    private static VideoPlatformSession Named(string text) => new(Platform.Polyv, SessionReference.Parse(text));

    private VideoPlatformSession Connect(string name)
    {
        var session = new VideoPlatformSession(name, Polyv());
        _store.Add(session);
        return session;
    }
}
