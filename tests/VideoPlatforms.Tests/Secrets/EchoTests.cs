namespace VideoPlatforms.Tests.Secrets;

/// <summary>A server that echoes secrets in any form and position: none of them appears.</summary>
public sealed class EchoTests : LeakTest
{
    public static TheoryData<Platform, string> Echoes
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var sample in PlatformSamples.All)
            {
                foreach (var echo in Echo.All.Values.Where(echo => !echo.ToTokenCallsOnly || sample.TokenCall is not null))
                {
                    rows.Add(sample.Platform, echo.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Echoed_secret_is_redacted(Platform platform, string echo)
    {
        for (var form = 0; form < SecretForms.Count; form++)
        {
            Assert.Empty(await LeaksAsync(platform, Echo.All[echo], form));
        }
    }

    [Fact]
    public async Task Echoed_proxy_password_is_redacted()
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
    public async Task Echoed_credential_of_the_system_proxy_is_redacted(string? domain, string user)
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
