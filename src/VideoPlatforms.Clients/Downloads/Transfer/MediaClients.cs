using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Creates the HTTP clients for media files, each with a handler of its own, from one container of services. It is built for the
/// first download, so that a list does not load its libraries.
/// </summary>
internal static class MediaClients
{
    // A handler that no client uses is released this soon. Its connections are closed with the client in any case.
    private static readonly TimeSpan HandlerLifetime = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, HttpMessageHandler> Handlers = new();
    private static readonly Lazy<IHttpClientFactory> Factory = new(CreateFactory);
    private static long _count;

    /// <summary>Creates a client without a time-out, without cookies and without the headers of any session.</summary>
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

        // The factory's own logging would show the query of a signed address. Its metrics use types of the runtime, which can be
        // older than the package.
        return services.RemoveAll<IHttpMessageHandlerBuilderFilter>().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    private static HttpMessageHandler Take(string name) =>
        Handlers.TryRemove(name, out var handler) ? handler : throw new InvalidOperationException(name);
}
