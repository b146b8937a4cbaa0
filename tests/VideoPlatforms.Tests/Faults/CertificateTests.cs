using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Common.Commands;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Tests.Faults;

/// <summary>An untrusted certificate is rejected before a request is sent, or accepted with a warning if the check is skipped.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly RecordingHost _host = new();
    private int _requests;

    public CertificateTests() => _listener = new(ServeAsync);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Untrusted_certificate_is_rejected_before_a_request_is_sent()
    {
        using var client = Client(skipCheck: false);

        var failure = await Assert.ThrowsAsync<PlatformException>(() => ListAsync(client));

        Assert.Equal(("Polyv.ConnectionFailed", PlatformErrorCategory.ConnectionError), (failure.ErrorId, failure.Category));
        Assert.Contains("certificate", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Volatile.Read(ref _requests));
        Assert.Empty(_host.Warnings);
    }

    [Fact]
    public async Task Skipped_certificate_check_accepts_the_certificate_with_a_warning()
    {
        var client = Client(skipCheck: true);
        var store = new SessionStore();

        var session = await SessionLifecycle.OpenAsync(client, "default", store, _host, default);
        await ListAsync((PolyvClient)session.Client);
        store.Close(session);

        Assert.Equal("a", Assert.Single(_host.Written<PolyvVideo>()).Vid);
        Assert.Contains("Certificate validation is disabled", Assert.Single(_host.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, Volatile.Read(ref _requests));
    }

    [Theory]
    [InlineData("http://videos.example.com/", true)]
    [InlineData("http://192.168.4.7:8080/", true)]
    [InlineData("https://videos.example.com/", false)]
    [InlineData("http://127.0.0.1:1/", false)]
    [InlineData("http://localhost:1/", false)]
    [InlineData("http://[::1]:1/", false)]
    public async Task Unencrypted_address_outside_loopback_writes_a_warning(string address, bool warns)
    {
        var client = new PolyvClient("u", new NetworkCredential("", "k-4711").SecurePassword, new() { BaseUri = new(address) });
        var store = new SessionStore();

        store.Close(await SessionLifecycle.OpenAsync(client, "default", store, _host, default));

        Assert.Equal(warns ? 1 : 0, _host.Warnings.Count);
        Assert.All(_host.Warnings, warning => Assert.Contains("is not encrypted", warning, StringComparison.Ordinal));
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var created = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(created.Export(X509ContentType.Pkcs12), null);
    }

    private PolyvClient Client(bool skipCheck) =>
        new("u", new NetworkCredential("", "k-4711").SecurePassword, new()
        {
            BaseUri = new(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{_listener.Port}/")),
            SkipCertificateCheck = skipCheck,
            MaximumRetryCount = 0,
        });

    private Task ListAsync(PolyvClient client) => ListRunner.RunAsync(client.ListAsync(new(), _host), new(), _host, default).WaitAsync(TimeSpan.FromSeconds(10));

    private async Task ServeAsync(TcpClient accepted)
    {
        const string body = """{"code":200,"status":"success","data":{"pageSize":100,"pageNumber":1,"totalItems":1,"contents":[{"vid":"a"}]}}""";
        using var client = accepted;
        using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(_certificate);
            if (await stream.ReadAsync(new byte[16 * 1024]) > 0)
            {
                Interlocked.Increment(ref _requests);
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
            }
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client rejected the certificate.
        }
    }
}
