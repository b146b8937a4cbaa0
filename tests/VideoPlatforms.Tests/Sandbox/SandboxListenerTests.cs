using System.Net;
using System.Text;
using VideoPlatforms.Sandbox;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Tests.Sandbox;

public sealed class SandboxListenerTests : SandboxTest
{
    private const int AccessDenied = 5;

    private readonly List<string> _tried = [];

    public SandboxListenerTests()
        : base(videoCount: 1)
    {
    }

    [Fact]
    public async Task Server_listens_on_localhost_if_127_0_0_1_requires_administrator_rights()
    {
        using var sandbox = SandboxServer.Start(new() { VideoCount = 20 }, address => Open(address, "127.0.0.1", AccessDenied));
        using var http = new HttpClient();

        Assert.Equal($"http://localhost:{sandbox.Port}/", sandbox.RootUri.ToString());
        Assert.Equal([$"http://127.0.0.1:{sandbox.Port}/", $"http://localhost:{sandbox.Port}/"], _tried);
        Assert.All(sandbox.Platforms, platform => Assert.Equal("localhost", platform.BaseUri.Host));
        var cover = sandbox.Polyv.Videos[0].FirstImage;
        Assert.Equal(sandbox.Media.ReadExpected(cover, 0, int.MaxValue), await http.GetByteArrayAsync(cover));
    }

    [Fact]
    public void Another_error_is_reported_for_127_0_0_1()
    {
        var error = Assert.Throws<InvalidOperationException>(() => SandboxServer.Start(new() { Port = Sandbox.Port }, address => Open(address, "127.0.0.1", 32)));

        Assert.Contains($"http://127.0.0.1:{Sandbox.Port}/", error.Message, StringComparison.Ordinal);
        Assert.Single(_tried);
    }

    [Fact]
    public void Access_that_is_denied_on_both_hosts_is_reported()
    {
        Assert.Throws<InvalidOperationException>(() => SandboxServer.Start(new() { Port = Sandbox.Port }, address => Open(address, "http", AccessDenied)));

        Assert.Equal(2, _tried.Count);
    }

    [Fact]
    public void Port_that_is_in_use_is_reported()
    {
        var error = Assert.Throws<InvalidOperationException>(() => SandboxServer.Start(new() { Port = Sandbox.Port }));

        Assert.Contains($"http://127.0.0.1:{Sandbox.Port}/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_that_cannot_be_read_receives_the_internal_error()
    {
        using var http = new HttpClient();

        // A surrogate without its pair is valid JSON, and cannot be converted to text.
        using var body = new StringContent("""{"app_id":"\ud800"}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(Sandbox.RootUri, "api/open/v1/access_token"), body);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.StartsWith("Internal error of the sandbox: ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Requests.Count);
    }

    private HttpListener Open(string address, string refused, int errorCode)
    {
        _tried.Add(address);
        return address.Contains(refused, StringComparison.Ordinal) ? throw new HttpListenerException(errorCode) : SandboxListener.Open(address);
    }
}
