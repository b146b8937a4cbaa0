using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace VideoPlatforms.Clients.Http;

/// <summary>Creates the named HTTP clients of all sessions from one container of services.</summary>
internal static class HttpClients
{
    // A handler that no client uses is released this soon. It lives as long as its session's client in any case.
    private static readonly TimeSpan HandlerLifetime = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, HttpMessageHandler> Handlers = new();
    private static readonly Lazy<IHttpClientFactory> Factory = new(CreateFactory);
    private static long _count;

    /// <summary>Creates a client with its own handler and without a time-out.</summary>
    public static HttpClient Create(HttpMessageHandler handler)
    {
        var name = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        Handlers[name] = handler;
        return Factory.Value.CreateClient(name);
    }

    private static IHttpClientFactory CreateFactory()
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        services.ConfigureAll<HttpClientFactoryOptions>(options =>
        {
            options.HandlerLifetime = HandlerLifetime;
            options.HttpClientActions.Add(client => client.Timeout = Timeout.InfiniteTimeSpan);
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Take(builder.Name!));
        });

        // The factory's own logging and metrics are not used, and the metrics' types are the runtime's: on a runtime that is
        // older than the package they would not fit.
        return services.RemoveAll<IHttpMessageHandlerBuilderFilter>().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    // Nothing here must keep a session's handler, or its proxy credential, alive.
    private static HttpMessageHandler Take(string name) =>
        Handlers.TryRemove(name, out var handler) ? handler : throw new InvalidOperationException(name);
}
