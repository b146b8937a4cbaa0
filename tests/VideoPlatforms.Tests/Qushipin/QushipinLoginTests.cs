using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Qushipin;

public sealed class QushipinLoginTests : PlatformTest
{
    private const string NotLoggedIn = """{"code":"403","message":"Please log in the system!"}""";

    [Fact]
    public async Task It_is_made_once_for_all_pages_side_by_side()
    {
        var videos = await ReadAsync(Qushipin(), options: new() { PageSize = 10, ThrottleLimit = 8 });

        Assert.Equal(IdsOf(Platform.Qushipin), videos.Select(video => video.Id));
        Assert.Equal(1, Sandbox.Qushipin.LoginRequests);
    }

    [Fact]
    public async Task Name_and_password_travel_in_a_form_and_the_token_under_both_spellings()
    {
        await ReadAsync(Qushipin());

        var login = Received("login").Single();
        Assert.Equal(("POST", "/console/user/login"), (login.Method, login.Path));
        Assert.StartsWith("application/x-www-form-urlencoded", login.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(["password", "userName"], login.Parameters.Keys.Order());
        Assert.Equal(Sandbox.Qushipin.UserName, login.Parameters["userName"]);
        Assert.Equal(["consoleToken", "consoletoken", "pageIndex", "pageSize"], Received("getVideos").Single().Parameters.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Users_who_begin_at_the_same_time_share_one()
    {
        var client = Qushipin();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SignInAsync(Host)));

        Assert.Equal(1, Sandbox.Qushipin.LoginRequests);
    }

    [Theory]
    [InlineData("somebody", null, false, 200)]
    [InlineData(null, "wrong", false, 200)]
    [InlineData(null, "wrong", true, 401)]
    public async Task A_wrong_name_or_password_is_told_at_once(string? userName, string? password, bool asHttpStatus, int status)
    {
        Sandbox.Qushipin.ErrorsAsHttpStatus = asHttpStatus;

        var failure = await FailureOf(() => Qushipin(userName, password).SignInAsync(Host));

        Assert.Equal(("Qushipin.LoginRejected", "401", "用户名,密码错误!"), (failure.ErrorId, failure.VendorCode, failure.VendorMessage));
        Assert.Equal((PlatformErrorCategory.AuthenticationError, true, status), (failure.Category, failure.EndsPipeline, failure.HttpStatus!.Value));
        Assert.Equal(("login", userName ?? Sandbox.Qushipin.UserName), (failure.Call, failure.Target));
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_name_or_password_that_got_lost_on_the_way_is_told_in_the_servers_words()
    {
        Response("login", """{"result":"false","requestId":"r","message":"用户名或密码不能为空!","code":"401","data":null}""");

        var failure = await FailureOf(() => Qushipin().SignInAsync(Host));

        Assert.Equal(("Qushipin.LoginRejected", "用户名或密码不能为空!"), (failure.ErrorId, failure.VendorMessage));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"result":"true","requestId":"r-1","message":"登录成功!","code":"200","data":null}""")]
    [InlineData("""{"result":"true","requestId":"r-1","message":"登录成功!","code":"200","data":{}}""")]
    [InlineData("""{"result":"true","requestId":"r-1","message":"登录成功!","code":"200","data":{"consoleToken":""}}""")]
    [InlineData("""{"result":"true","requestId":"r-1","message":"登录成功!","code":"200","data":"token"}""")]
    public async Task A_success_without_a_token_is_a_failure(string? body)
    {
        Sandbox.Qushipin.LoginWithoutToken = body is null;
        if (body is not null)
        {
            Response("login", body);
        }

        var failure = await FailureOf(() => Qushipin().SignInAsync(Host));

        Assert.Equal(("Qushipin.LoginWithoutToken", "登录成功!"), (failure.ErrorId, failure.VendorMessage));
        Assert.True(failure.EndsPipeline);
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_login_that_is_turned_away_at_the_door_is_a_failure_and_does_not_hang()
    {
        Response("login", NotLoggedIn, int.MaxValue);

        var failure = await FailureOf(() => Qushipin().SignInAsync(Host));

        Assert.Equal(("Qushipin.NotLoggedIn", "login"), (failure.ErrorId, failure.Call));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dead_token_is_renewed_once_and_the_call_made_again(bool asHttpStatus)
    {
        Sandbox.Qushipin.ErrorsAsHttpStatus = asHttpStatus;
        var client = Qushipin();
        await client.SignInAsync(Host);
        Sandbox.Qushipin.RevokeTokens();

        var videos = await ReadAsync(client);

        Assert.Equal(IdsOf(Platform.Qushipin), videos.Select(video => video.Id));
        Assert.Equal(["login", "getVideos", "login", "getVideos"], Sandbox.Requests.Select(request => request.Call));
    }

    [Fact]
    public async Task A_dead_token_costs_a_write_nothing_either()
    {
        var client = Qushipin();
        await client.SignInAsync(Host);
        Sandbox.Qushipin.RevokeTokens();

        await client.StartTranscodeAsync(Sandbox.Qushipin.Videos[0].VideoId, narrowband: false, Host);

        Assert.Equal("onTranscode", Sandbox.Qushipin.Videos[0].TranscodeStatus);
        Assert.Equal(["login", "submitTranscode", "login", "submitTranscode"], Sandbox.Requests.Select(request => request.Call));
    }

    [Fact]
    public async Task One_that_stays_dead_is_no_loop()
    {
        Response("getVideos", NotLoggedIn, int.MaxValue);

        var failure = await FailureOf(() => ReadAsync(Qushipin()));

        Assert.Equal(("Qushipin.NotLoggedIn", "403", "Please log in the system!"), (failure.ErrorId, failure.VendorCode, failure.VendorMessage));
        Assert.Equal((PlatformErrorCategory.AuthenticationError, true), (failure.Category, failure.EndsPipeline));
        Assert.Equal((2, 2), (Sandbox.Qushipin.LoginRequests, Received("getVideos").Count));
    }

    [Fact]
    public async Task The_database_may_go_down_while_the_session_is_open()
    {
        var client = Qushipin();
        Sandbox.Faults.Add(new()
        {
            Kind = FaultKind.None,
            Path = "getVideos",
            Skip = 2,
            Before = () =>
            {
                Sandbox.Qushipin.RevokeTokens();
                Sandbox.Qushipin.LoginWithoutToken = true;
            },
        });

        var failure = await FailureOf(() => ReadAsync(client, options: new() { PageSize = 50, ThrottleLimit = 1 }));

        Assert.Equal("Qushipin.LoginWithoutToken", failure.ErrorId);
        Assert.Contains("-Skip 100", failure.Message, StringComparison.Ordinal);
        Assert.Equal(100, Host.Objects.Count);
    }

    [Fact]
    public async Task It_lives_for_thirty_days_and_is_renewed_300_seconds_early()
    {
        var now = DateTimeOffset.UtcNow;
        var client = Qushipin(configure: options => options.UtcNow = () => now);
        await client.SignInAsync(Host);
        Assert.Equal(now.AddDays(30), client.ExpiresAt);

        now = now.AddDays(30).AddSeconds(-301);
        await ReadAsync(client);
        Assert.Equal(1, Sandbox.Qushipin.LoginRequests);

        now = now.AddSeconds(2);
        await ReadAsync(client);
        Assert.Equal(2, Sandbox.Qushipin.LoginRequests);
    }

    [Fact]
    public async Task A_token_from_elsewhere_is_used_as_it_is_and_not_renewed()
    {
        var client = Given(Sandbox.Qushipin.GetConsoleToken());
        Assert.Equal(300, (await ReadAsync(client)).Count);
        Assert.Null(client.ExpiresAt);
        Sandbox.Qushipin.RevokeTokens();

        var failure = await FailureOf(() => ReadAsync(client));

        Assert.Equal("Qushipin.NotLoggedIn", failure.ErrorId);
        Assert.Equal(0, Sandbox.Qushipin.LoginRequests);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_reads_only_the_documents_spelling_is_served_too()
    {
        Sandbox.Qushipin.AcceptLowerCaseToken = true;

        Assert.Equal(300, (await ReadAsync(Qushipin())).Count);
    }

    [Fact]
    public async Task Logging_out_sends_name_password_and_token_and_ends_the_token()
    {
        var token = await TokenOfAsync(client => client.SignOutAsync(Host));

        var request = Received("signOut").Single();
        Assert.Equal(("POST", "/console/user/signOut"), (request.Method, request.Path));
        Assert.Equal(["consoleToken", "password", "userName"], request.Parameters.Keys.Order());
        Assert.Equal("Qushipin.NotLoggedIn", (await FailureOf(() => ReadAsync(Given(token)))).ErrorId);
    }

    [Fact]
    public async Task Logging_out_with_a_token_from_elsewhere_sends_no_more_than_that()
    {
        await Given(Sandbox.Qushipin.GetConsoleToken()).SignOutAsync(Host);

        Assert.Equal(["consoleToken"], Received("signOut").Single().Parameters.Keys);
    }

    [Fact]
    public async Task Who_never_logged_in_need_not_log_out()
    {
        await Qushipin().SignOutAsync(Host);

        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Closing_a_session_logs_out_and_forgets_it_even_where_the_server_refuses()
    {
        var store = new SessionStore();
        var session = await SessionLifecycle.OpenAsync(Qushipin(), "default", store, Host, default);
        var token = Sandbox.Qushipin.GetConsoleToken();
        var given = await SessionLifecycle.OpenAsync(Given(token), "given", store, Host, default);
        var client = session.Client;
        Response("signOut", $$"""{"result":"false","requestId":"r","message":"no such token {{token}}","code":"500","data":null}""", skip: 1);

        await SessionLifecycle.CloseAsync(session, store, Host, default);
        await SessionLifecycle.CloseAsync(given, store, Host, default);

        Assert.Empty(store.All);
        Assert.Equal(2, Received("signOut").Count);
        var warning = Assert.Single(Host.Warnings);
        Assert.Contains("Qushipin/given", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(token, warning, StringComparison.Ordinal);
        var failure = await FailureOf(() => ReadAnyAsync(client));
        Assert.Equal("Qushipin.NotConnected", failure.ErrorId);
    }

    [Fact]
    public async Task Closing_a_session_whose_server_fails_takes_one_attempt()
    {
        var store = new SessionStore();
        var session = await SessionLifecycle.OpenAsync(Qushipin(configure: options => options.MaximumRetryCount = 4), "default", store, Host, default);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Status, Status = 500, Path = "signOut", Times = int.MaxValue });

        await SessionLifecycle.CloseAsync(session, store, Host, default);

        Assert.Single(Received("signOut"));
        Assert.Empty(Host.Waits);
        Assert.Single(Host.Warnings);
        Assert.False(session.IsOpen);
    }

    [Fact]
    public async Task Closing_a_session_whose_server_is_silent_does_not_wait_for_the_time_out()
    {
        var store = new SessionStore();
        var session = await SessionLifecycle.OpenAsync(Qushipin(), "default", store, Host, default);
        Sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Path = "signOut", Delay = TimeSpan.FromSeconds(60) });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await SessionLifecycle.CloseAsync(session, store, Host, default);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.Single(Host.Warnings);
    }

    [Fact]
    public async Task Nothing_shows_the_token_or_the_password()
    {
        // The real servers' token has the password in it, too.
        var token = Sandbox.Qushipin.GetConsoleToken();
        Response("login", $$$"""{"data":{"consoleToken":"{{{token}}}"}}""");
        var unread = await FailureOf(() => Qushipin().SignInAsync(Host));
        Response("getVideos", $$"""{"result":"false","requestId":"{{token}}","message":"bad {{Uri.EscapeDataString(token)}} or {{token}}","code":"500","data":null}""");
        var echoed = await FailureOf(() => ReadAsync(Given(token)));

        var said = string.Join('\n', [unread.ToString(), echoed.ToString(), echoed.VendorMessage!, echoed.RequestId!, .. Host.Lines]);
        Assert.DoesNotContain(token, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(token), said, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.Qushipin.GetPassword(), said, StringComparison.Ordinal);
    }

    private QushipinClient Given(string token) => Keep(new QushipinClient(Secure(token), null, Options(Sandbox.Qushipin.BaseUri, null)));

    /// <summary>Does something with a client that has logged in, and tells what its token was.</summary>
    private async Task<string> TokenOfAsync(Func<QushipinClient, Task> work)
    {
        var token = Sandbox.Qushipin.GetConsoleToken();
        Response("login", $$$"""{"result":"true","requestId":"r","message":"","code":"200","data":{"consoleToken":"{{{token}}}"}}""");
        var client = Qushipin();
        await client.SignInAsync(Host);
        await work(client);
        return token;
    }
}
