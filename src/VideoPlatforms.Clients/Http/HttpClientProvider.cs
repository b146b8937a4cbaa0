using System.Net;
#if !NET
using VideoPlatforms.Clients.Common;
#endif

namespace VideoPlatforms.Clients.Http;

/// <summary>Provides the session's HTTP client with its pooled connections: created for the first call, closed with the session.</summary>
internal sealed class HttpClientProvider(ConnectionOptions options, Uri address) : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Only with -SkipCertificateCheck, which writes a warning.
    private static readonly bool AcceptAnyCertificate = true;

    private readonly object _lock = new();
    private ConnectionOptions? _options = options;
    private HttpClient? _client;
    private HttpMessageHandler? _handler;

    /// <summary>The client for all calls of the session. It has no time-out of its own: each attempt has one, which includes the body.</summary>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public HttpClient Client => Volatile.Read(ref _client) ?? Create();

#if !NET
    /// <summary>
    /// Creates a client for a request that must not be sent twice; the caller disposes of it. .NET Framework resends a request
    /// if a kept connection closes before the response, so such a request uses a new connection.
    /// </summary>
    public HttpClient CreateUnshared() =>
        new(CreateHandler(_options ?? throw new ObjectDisposedException(nameof(HttpClientProvider)), address)) { Timeout = Timeout.InfiniteTimeSpan };
#endif

    /// <summary>Closes every connection.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _client?.Dispose();
            _handler?.Dispose();
            (_options, _client, _handler) = (null, null, null);
        }
    }

    private HttpClient Create()
    {
        lock (_lock)
        {
            if (_client is null)
            {
                _handler = CreateHandler(_options ?? throw new ObjectDisposedException(nameof(HttpClientProvider)), address);
                _client = new(_handler) { Timeout = Timeout.InfiniteTimeSpan };
            }

            return _client;
        }
    }

    private static HttpMessageHandler CreateHandler(ConnectionOptions options, Uri address)
    {
#if NET
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = ConnectionLifetime,
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
        };
        if (options.SkipCertificateCheck)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => AcceptAnyCertificate;
        }
#else
        var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = InputRules.MaxThrottleLimit,
        };
        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => AcceptAnyCertificate;
        }

        ServicePointManager.FindServicePoint(address).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
#endif
        // A redirect would send the signature or the token to the host that the response names.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;

        // Without -Proxy, the system's proxy is used. The credential applies to either.
        if (options.Proxy is not null)
        {
            handler.Proxy = new WebProxy(options.Proxy) { Credentials = options.ProxyCredential };
        }
        else if (options.ProxyCredential is not null)
        {
            handler.DefaultProxyCredentials = options.ProxyCredential;
        }

        return handler;
    }
}
