using System.Net;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Tests.Commands;

public sealed class SessionLifecycleTests : SandboxTest
{
    private readonly SessionStore _store = new();
    private readonly string _variable = $"VIDEO_PLATFORMS_TEST_{Guid.NewGuid():N}";

    [Fact]
    public void Parameter_takes_precedence_over_the_environment()
    {
        Environment.SetEnvironmentVariable(_variable, "of the environment");

        Assert.Equal("given", Source().Account("given", "UserId", _variable));
        Assert.Equal("given", Read(Source().Secret(Secure("given"), "SecretKey", _variable)));
    }

    [Fact]
    public void Missing_parameter_is_read_from_the_environment()
    {
        Environment.SetEnvironmentVariable(_variable, "密钥 +&");

        Assert.Equal("密钥 +&", Source().Account(null, "UserId", _variable));
        Assert.Equal("密钥 +&", Read(Source().Secret(null, "SecretKey", _variable)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Missing_credential_is_reported_with_parameter_and_variable(string? value)
    {
        Environment.SetEnvironmentVariable(_variable, value);

        foreach (var read in new Action[] { () => Source().Account(null, "UserId", _variable), () => Source().Secret(null, "UserId", _variable) })
        {
            var failure = Assert.Throws<PlatformException>(read);
            Assert.Equal("Polyv.MissingCredential", failure.ErrorId);
            Assert.Contains("-UserId", failure.Message, StringComparison.Ordinal);
            Assert.Contains(_variable, failure.Message, StringComparison.Ordinal);
            Assert.Contains(_variable, failure.RecommendedAction, StringComparison.Ordinal);
            Assert.True(failure.EndsPipeline);
        }
    }

    [Fact]
    public async Task Connecting_to_Polyv_sends_no_request()
    {
        var session = await OpenAsync(Polyv());

        Assert.Equal([session], _store.All);
        Assert.Equal(0, Sandbox.Requests.Count);
        Assert.Empty(Host.Warnings);
    }

    [Theory]
    [InlineData("http://api.example.com", true)]
    [InlineData("http://192.0.2.1:8080/mirror", true)]
    [InlineData("https://api.example.com", false)]
    [InlineData("http://localhost:8080", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("http://[::1]", false)]
    public async Task Unencrypted_address_writes_a_warning(string address, bool warns)
    {
        await OpenAsync(Polyv(configure: options => options.BaseUri = new(address)));

        Assert.Equal(warns ? 1 : 0, Host.Warnings.Count);
        Assert.All(Host.Warnings, warning => Assert.Contains(new Uri(address).Authority, warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Default_address_is_encrypted()
    {
        using var client = new PolyvClient("user", Secure("key"));

        Assert.Equal("https://api.polyv.net/", client.BaseUri.AbsoluteUri);
    }

    private static CredentialSource Source() => new(Platform.Polyv);

    private static string Read(System.Security.SecureString secret) => new NetworkCredential("", secret).Password;

    private Task<VideoPlatformSession> OpenAsync(PolyvClient client) => SessionLifecycle.OpenAsync(client, SessionStore.DefaultName, _store, Host, CancellationToken.None);
}
