namespace VideoPlatforms.Tests.Secrets;

/// <summary>A server may repeat what it was sent, in any form and at any place: nothing of it is shown.</summary>
public sealed class EchoTests : LeakTest
{
    public static TheoryData<Platform, string> Echoes
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var platform in Enum.GetValues<Platform>())
            {
                foreach (var echo in Echo.All.Values.Where(echo => !echo.ToTokenCallsOnly || platform is Platform.Chanjing or Platform.Qushipin))
                {
                    rows.Add(platform, echo.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Nothing_is_shown_although_the_server_repeats_it(Platform platform, string echo)
    {
        for (var form = 0; form < SecretForms.Count; form++)
        {
            Assert.Empty(await LeaksAsync(platform, Echo.All[echo], form));
        }
    }

    [Fact]
    public async Task A_proxys_password_is_not_shown_although_the_proxy_repeats_it()
    {
        const string password = "proxy pa$$word/4711";
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ops:{password}"));
        Tap.Response = _ => $"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nServer: {basic}\r\nContent-Length: {basic.Length + password.Length}\r\n\r\n{basic}{password}";
        var client = Polyv(configure: options =>
        {
            options.BaseUri = new("http://videos.example.com/");
            options.Proxy = Tap.For(Sandbox.RootUri);
            options.ProxyCredential = new System.Net.NetworkCredential("ops", password);
        });

        var failure = await FailAsync(client);

        Assert.Equal(407, failure.HttpStatus);
        Assert.Empty(LeakFinder.Find([password, basic], [failure, .. Host.Lines]));
    }

    [Theory]
    [InlineData(null, "ops")]
    [InlineData("corp", @"corp\ops")]
    public async Task Credential_of_the_systems_proxy_is_not_shown_either(string? domain, string user)
    {
        const string password = "proxy pa$$word/4711";
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}"));
        Tap.Response = _ => $"HTTP/1.1 407 Proxy Authentication Required\r\nServer: {basic}\r\nContent-Length: {basic.Length + password.Length}\r\n\r\n{basic}{password}";
        var client = Polyv(configure: options =>
        {
            options.BaseUri = Tap.For(Sandbox.Polyv.BaseUri);
            options.ProxyCredential = new System.Net.NetworkCredential("ops", password, domain);
        });

        var failure = await FailAsync(client);

        Assert.Equal(407, failure.HttpStatus);
        Assert.Empty(LeakFinder.Find([password, basic], [failure, .. Host.Lines]));
    }
}
