using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>
/// Sends requests to media servers with pooled connections of its own: without cookies, credentials and headers of a session. A
/// redirect to another host is followed, because nothing secret is sent.
/// </summary>
internal sealed class MediaConnection : IDisposable
{
    private const int MaxRedirects = 5;

    // The rest of a longer response is not received when it is not needed.
    private const int MaxUnreadBytes = 4096;

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly string UserAgent = $"VideoPlatforms/{typeof(MediaConnection).Assembly.GetName().Version!.ToString(3)}";
    private static readonly string[] LoggedHeaders = ["Content-Type", "Content-Length", "Content-Range", "Accept-Ranges", "ETag", "Last-Modified", "Retry-After"];

    private readonly ICallObserver _observer;
    private readonly HttpMessageHandler _handler;
    private readonly HttpClient _client;

    /// <summary>Initializes the connection; nothing is sent.</summary>
    /// <param name="idleTimeout">The time without a byte after which a request fails.</param>
    /// <param name="observer">Receives verbose and debug lines.</param>
    /// <param name="handler">Sends the requests; a test can replace it.</param>
    public MediaConnection(TimeSpan idleTimeout, ICallObserver observer, HttpMessageHandler? handler = null)
    {
        IdleTimeout = idleTimeout;
        _observer = observer;
        _handler = handler ?? CreateHandler();
        _client = MediaClients.Create(_handler);
    }

    /// <summary>Gets the time without a byte after which a request fails.</summary>
    public TimeSpan IdleTimeout { get; }

    /// <summary>Sends a GET request and returns the response to the last redirect, without its body.</summary>
    /// <param name="address">The address.</param>
    /// <param name="configure">Adds the headers of the request.</param>
    /// <param name="enterAsync">Waits until a request to a host is allowed; the result is disposed of when the response is disposed of or a redirect is followed.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PlatformException">The server cannot be reached or does not respond, or a redirect is rejected.</exception>
    public async Task<MediaResponse> GetAsync(
        MediaAddress address, Action<HttpRequestHeaders> configure, Func<Uri, CancellationToken, Task<IDisposable>>? enterAsync, CancellationToken cancellationToken)
    {
        var uri = address.Uri;
        for (var redirects = 0; ; redirects++)
        {
            var turn = enterAsync is null ? null : await enterAsync(uri, cancellationToken).ConfigureAwait(false);
            try
            {
                var response = await SendAsync(address, uri, configure, cancellationToken).ConfigureAwait(false);
                if (NextAddress(response, uri) is not { } next)
                {
                    var result = new MediaResponse(response, turn);
                    turn = null;
                    return result;
                }

                using (response)
                {
                    uri = redirects >= MaxRedirects ? throw address.Fail(ErrorKind.RedirectRejected, Messages.TooManyRedirects.With(MaxRedirects), response)
                        : next.Scheme is not ("http" or "https") || (uri.Scheme == "https" && next.Scheme == "http")
                            ? throw address.Fail(ErrorKind.RedirectRejected, Messages.RedirectsTo.With($"{next.Scheme}://{MediaAddress.DisplayOf(next)}"), response)
                        : next;
                }
            }
            finally
            {
                turn?.Dispose();
            }
        }
    }

    /// <summary>Closes every connection.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private static Uri? NextAddress(HttpResponseMessage response, Uri uri) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(uri, location) : null;

    private async Task<HttpResponseMessage> SendAsync(MediaAddress address, Uri uri, Action<HttpRequestHeaders> configure, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");

        // A compressed response would have another length than the file.
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        configure(request.Headers);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(IdleTimeout);
        try
        {
            var watch = Stopwatch.StartNew();
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
            Log(request, uri, response, watch.Elapsed);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw address.Fail(ErrorKind.TimedOut, Messages.NoResponseWithin.With(IdleTimeout.TotalSeconds), inner: exception);
        }
        catch (Exception exception) when (TransportErrors.IsTransportError(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw address.Fail(ErrorKind.ConnectionFailed, TransportErrors.Message(exception));
        }
    }

    private void Log(HttpRequestMessage request, Uri uri, HttpResponseMessage response, TimeSpan elapsed)
    {
        if (_observer.WantsVerbose)
        {
            _observer.Verbose(Messages.MediaRequestCompleted.With(
                request.Method, ErrorText.SanitizeForDisplay(MediaAddress.DisplayOf(uri)), (int)response.StatusCode, (long)elapsed.TotalMilliseconds));
        }

        if (_observer.WantsDebug)
        {
            var text = new StringBuilder().Append("HTTP ").Append(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            foreach (var header in request.Headers.Concat(response.Headers).Concat(response.Content.Headers))
            {
                if (header.Key is "Range" or "If-Range" || LoggedHeaders.Contains(header.Key))
                {
                    text.Append("\n  ").Append(header.Key).Append(": ").Append(ErrorText.SanitizeForDisplay(string.Join(", ", header.Value)));
                }
            }

            _observer.Debug(text.ToString());
        }
    }

    private static HttpMessageHandler CreateHandler()
    {
#if NET
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = ConnectionLifetime,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseDrainSize = MaxUnreadBytes,
        };
#else
        var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = InputRules.MaxThrottleLimit,
        };
#endif
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        return handler;
    }
}
