using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace VideoPlatforms.Clients.Http;

/// <summary>The session's HTTP client and its pooled connections: built on the first call, closed with the session.</summary>
internal sealed class HttpStack : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Only where the user asked for it, with a warning at Connect.
    private static readonly bool Any = true;

    private readonly Lazy<HttpClient> _client;
    private HttpMessageHandler? _handler;
    private ServiceProvider? _services;

    public HttpStack(ConnectionOptions options, Uri address) =>
        _client = new(() =>
        {
            _handler = CreateHandler(options, address);
            var services = new ServiceCollection();
            services.AddHttpClient("")
                .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => _handler)
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

            // The factory's own logging and metrics have no reader here, and the metrics' types are the runtime's: on a
            // runtime older than the package they would not fit.
            _services = services.RemoveAll<IHttpMessageHandlerBuilderFilter>().BuildServiceProvider();
            return _services.GetRequiredService<IHttpClientFactory>().CreateClient("");
        });

    /// <summary>The session's client, for all its calls. Its own time-out is off: each attempt has one that covers the body too.</summary>
    public HttpClient Client => _client.Value;

    /// <summary>Closes every connection.</summary>
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
            _handler?.Dispose();
            _services?.Dispose();
        }
    }

    private static HttpMessageHandler CreateHandler(ConnectionOptions options, Uri address)
    {
        // The system's proxy counts unless one is named, as everywhere else on the machine.
        var proxy = options.Proxy is null ? null : new WebProxy(options.Proxy) { Credentials = options.ProxyCredential };
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
            MaxConnectionsPerServer = InputRules.LargestThrottle,
        };
        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => Any;
        }

        ServicePointManager.FindServicePoint(address).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
#endif
        // A redirect would carry the signature or the token to whatever host the answer names.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        if (proxy is not null)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }
}
