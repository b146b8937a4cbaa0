using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
#if !NET
using VideoPlatforms.Clients.Common;
#endif

namespace VideoPlatforms.Clients.Http;

/// <summary>The session's HTTP client and its pooled connections: built on the first call, closed with the session.</summary>
internal sealed class HttpClientProvider(ConnectionOptions options, Uri address) : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Only where the user asked for it, with a warning at Connect.
    private static readonly bool Any = true;

    private readonly object _lock = new();
    private ConnectionOptions? _options = options;
    private HttpClient? _client;
    private HttpMessageHandler? _handler;
    private ServiceProvider? _services;

    /// <summary>The session's client, for all its calls. Its own time-out is off: each attempt has one that covers the body too.</summary>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public HttpClient Client => Volatile.Read(ref _client) ?? Create();

#if !NET
    /// <summary>
    /// A client for a request that must not arrive twice; the caller disposes of it. .NET Framework itself sends a request again
    /// if a kept connection closes before the response, so such a request gets a connection of its own.
    /// </summary>
    public HttpClient CreateUnshared() =>
        new(CreateHandler(_options ?? throw new ObjectDisposedException(nameof(HttpClientProvider)), address)) { Timeout = Timeout.InfiniteTimeSpan };
#endif

    /// <summary>Closes every connection and forgets the proxy's credential.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _client?.Dispose();
            _handler?.Dispose();
            _services?.Dispose();
            (_options, _client, _handler, _services) = (null, null, null, null);
        }
    }

    private HttpClient Create()
    {
        lock (_lock)
        {
            if (_client is not null)
            {
                return _client;
            }

            var handler = CreateHandler(_options ?? throw new ObjectDisposedException(nameof(HttpClientProvider)), address);
            var services = new ServiceCollection();
            services.AddHttpClient("")
                .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => handler)
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

            // The factory's own logging and metrics have no reader here, and the metrics' types are the runtime's: on a
            // runtime older than the package they would not fit.
            _handler = handler;
            _services = services.RemoveAll<IHttpMessageHandlerBuilderFilter>().BuildServiceProvider();
            return _client = _services.GetRequiredService<IHttpClientFactory>().CreateClient("");
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
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => Any;
        }
#else
        var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = InputRules.MaxThrottleLimit,
        };
        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => Any;
        }

        ServicePointManager.FindServicePoint(address).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
#endif
        // A redirect would carry the signature or the token to whatever host the response names.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;

        // The system's proxy counts unless one is named, as everywhere else on the machine; the credential is for either.
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
