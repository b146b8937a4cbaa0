using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common.Sessions;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Qushipin;

public sealed class QushipinLoginTests : PlatformTest
{
    private const string NotLoggedIn = """{"code":"403","message":"Please log in the system!"}""";

    [Fact]
    public async Task Concurrent_pages_share_one_login()
    {
        var videos = await ReadAsync(Qushipin(), options: new() { PageSize = 10, ThrottleLimit = 8 });

        Assert.Equal(IdsOf(Platform.Qushipin), videos.Select(video => video.Id));
        Assert.Equal(1, Sandbox.Qushipin.LoginRequests);
    }

    [Fact]
    public async Task Credentials_are_sent_as_a_form_and_the_token_under_both_names()
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
    public async Task Concurrent_sign_ins_share_one_login()
    {
        var client = Qushipin();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SignInAsync(Host)));

        Assert.Equal(1, Sandbox.Qushipin.LoginRequests);
    }

    [Theory]
    [InlineData("somebody", null, false, 200)]
    [InlineData(null, "wrong", false, 200)]
    [InlineData(null, "wrong", true, 401)]
    public async Task Rejected_login_is_reported_without_a_retry(string? userName, string? password, bool asHttpStatus, int status)
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
    public async Task Rejected_login_contains_the_vendors_message()
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
    public async Task Login_without_a_token_is_an_error(string? body)
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
    public async Task Login_that_requires_a_login_is_an_error()
    {
        Response("login", NotLoggedIn, int.MaxValue);

        var failure = await FailureOf(() => Qushipin().SignInAsync(Host));

        Assert.Equal(("Qushipin.NotLoggedIn", "login"), (failure.ErrorId, failure.Call));
        Assert.Equal(1, Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Expired_token_is_renewed_once_and_the_request_is_sent_again(bool asHttpStatus)
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
    public async Task Write_with_an_expired_token_is_sent_again()
    {
        var client = Qushipin();
        await client.SignInAsync(Host);
        Sandbox.Qushipin.RevokeTokens();

        await client.StartTranscodeAsync(Sandbox.Qushipin.Videos[0].VideoId, narrowband: false, Host);

        Assert.Equal("onTranscode", Sandbox.Qushipin.Videos[0].TranscodeStatus);
        Assert.Equal(["login", "submitTranscode", "login", "submitTranscode"], Sandbox.Requests.Select(request => request.Call));
    }

    [Fact]
    public async Task Token_that_is_rejected_after_the_renewal_is_an_error()
    {
        Response("getVideos", NotLoggedIn, int.MaxValue);

        var failure = await FailureOf(() => ReadAsync(Qushipin()));

        Assert.Equal(("Qushipin.NotLoggedIn", "403", "Please log in the system!"), (failure.ErrorId, failure.VendorCode, failure.VendorMessage));
        Assert.Equal((PlatformErrorCategory.AuthenticationError, true), (failure.Category, failure.EndsPipeline));
        Assert.Equal((2, 2), (Sandbox.Qushipin.LoginRequests, Received("getVideos").Count));
    }

    [Fact]
    public async Task Renewal_without_a_token_ends_the_list_with_an_error()
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
    public async Task Token_is_valid_for_thirty_days_and_renewed_300_seconds_early()
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
    public async Task Supplied_token_is_used_and_not_renewed()
    {
        var client = ClientWithToken(Sandbox.Qushipin.GetConsoleToken());
        Assert.Equal(300, (await ReadAsync(client)).Count);
        Assert.Null(client.ExpiresAt);
        Sandbox.Qushipin.RevokeTokens();

        var failure = await FailureOf(() => ReadAsync(client));

        Assert.Equal("Qushipin.NotLoggedIn", failure.ErrorId);
        Assert.Equal(0, Sandbox.Qushipin.LoginRequests);
        Assert.Equal(2, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Documented_name_of_the_token_is_sent()
    {
        Sandbox.Qushipin.AcceptLowerCaseToken = true;

        Assert.Equal(300, (await ReadAsync(Qushipin())).Count);
    }

    [Fact]
    public async Task Sign_out_sends_the_credentials_and_revokes_the_token()
    {
        var token = await CallAndGetTokenAsync(client => client.SignOutAsync(Host));

        var request = Received("signOut").Single();
        Assert.Equal(("POST", "/console/user/signOut"), (request.Method, request.Path));
        Assert.Equal(["consoleToken", "password", "userName"], request.Parameters.Keys.Order());
        Assert.Equal("Qushipin.NotLoggedIn", (await FailureOf(() => ReadAsync(ClientWithToken(token)))).ErrorId);
    }

    [Fact]
    public async Task Sign_out_with_a_supplied_token_sends_only_the_token()
    {
        await ClientWithToken(Sandbox.Qushipin.GetConsoleToken()).SignOutAsync(Host);

        Assert.Equal(["consoleToken"], Received("signOut").Single().Parameters.Keys);
    }

    [Fact]
    public async Task Sign_out_without_a_login_sends_no_request()
    {
        await Qushipin().SignOutAsync(Host);

        Assert.Equal(0, Sandbox.Requests.Count);
    }

    [Fact]
    public async Task Closing_a_session_removes_it_even_if_the_server_rejects_the_sign_out()
    {
        var store = new SessionStore();
        var session = await SessionLifecycle.OpenAsync(Qushipin(), "default", store, Host, default);
        var token = Sandbox.Qushipin.GetConsoleToken();
        var given = await SessionLifecycle.OpenAsync(ClientWithToken(token), "given", store, Host, default);
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
    public async Task Failed_sign_out_is_not_retried()
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
    public async Task Sign_out_without_a_response_ends_before_the_timeout()
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
    public async Task Errors_and_output_contain_no_token_and_no_password()
    {
        // The token of the real servers also contains the password.
        var token = Sandbox.Qushipin.GetConsoleToken();
        Response("login", $$$"""{"data":{"consoleToken":"{{{token}}}"}}""");
        var unexpected = await FailureOf(() => Qushipin().SignInAsync(Host));
        Response("getVideos", $$"""{"result":"false","requestId":"{{token}}","message":"bad {{Uri.EscapeDataString(token)}} or {{token}}","code":"500","data":null}""");
        var echoed = await FailureOf(() => ReadAsync(ClientWithToken(token)));

        var output = string.Join('\n', [unexpected.ToString(), echoed.ToString(), echoed.VendorMessage!, echoed.RequestId!, .. Host.Lines]);
        Assert.DoesNotContain(token, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(token), output, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.Qushipin.GetPassword(), output, StringComparison.Ordinal);
    }

    private QushipinClient ClientWithToken(string token) => Keep(new QushipinClient(Secure(token), null, Options(Sandbox.Qushipin.BaseUri, null)));

    /// <summary>Calls a client that has logged in, and returns its token.</summary>
    private async Task<string> CallAndGetTokenAsync(Func<QushipinClient, Task> work)
    {
        var token = Sandbox.Qushipin.GetConsoleToken();
        Response("login", $$$"""{"result":"true","requestId":"r","message":"","code":"200","data":{"consoleToken":"{{{token}}}"}}""");
        var client = Qushipin();
        await client.SignInAsync(Host);
        await work(client);
        return token;
    }
}
