using System.Diagnostics;
#if NET
using System.Net;
#endif
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>Sends one attempt at a call, signed for this moment, and reads its response.</summary>
/// <param name="protocol">Signs and addresses the request.</param>
/// <param name="clock">The server's time.</param>
/// <param name="options">The time-out and the largest response.</param>
/// <param name="http">Provides the HTTP client.</param>
/// <param name="errors">Creates the exceptions.</param>
/// <param name="address">The server's base address.</param>
internal sealed class HttpExchange(
    PlatformProtocol protocol, SessionClock clock, ConnectionOptions options, HttpClientProvider http, ErrorFactory errors, Uri address)
{
    private static readonly string UserAgent = $"VideoPlatforms/{typeof(HttpExchange).Assembly.GetName().Version!.ToString(3)}";

    // Enough for a server that is available.
    private static readonly TimeSpan BestEffortTimeout = TimeSpan.FromSeconds(5);

    private readonly RequestLogger _logger = new(protocol.Description.LoggableNames);
    private readonly ResponseReader _reader = new(protocol.Description.Errors, errors);

    /// <summary>Sends the attempt.</summary>
    /// <returns>The response, which reports success.</returns>
    /// <exception cref="PlatformException">The attempt failed.</exception>
    public async Task<T> SendAsync<T>(RequestContext context, JsonTypeInfo<T> jsonType, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        var attempt = protocol.Prepare(context.Call, address, clock.Now);
        using var request = attempt.Request;
        context.Attach(attempt);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
#if NET
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        if (context.Call.Semantics == CallSemantics.NonIdempotent)
        {
            // If a kept connection closes before the response, the runtime itself resends a request without a body.
            request.Content ??= new ByteArrayContent([]);
        }

        var client = http.Client;
#else
        using var unshared = context.Call.Semantics == CallSemantics.NonIdempotent ? http.CreateUnshared() : null;
        var client = unshared ?? http.Client;
#endif
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = context.Call.IsBestEffort && options.Timeout > BestEffortTimeout ? BestEffortTimeout : options.Timeout;
        timer.CancelAfter(timeout);
        HttpResponseMessage? httpResponse = null;
        try
        {
            _logger.LogRequest(context, request, observer);
            var watch = Stopwatch.StartNew();
            httpResponse = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
            using var body = await ResponseBody.ReadAsync(httpResponse.Content, options.MaxResponseBytes, timer.Token).ConfigureAwait(false);
            RequestLogger.LogResponse(context, request, httpResponse, body.Length, watch.Elapsed, observer);
            var probe = observer as ProbeObserver;
            probe?.Record(context.Call, httpResponse, body, watch.Elapsed);
            var response = _reader.Read(jsonType, context, httpResponse, body);
            probe?.Accept();
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.FromDetail(ErrorKind.TimedOut, context, httpResponse, Messages.NoResponseWithin.With(timeout.TotalSeconds), exception);
        }
        catch (ResponseTooLargeException exception)
        {
            throw errors.FromDetail(
                ErrorKind.UnexpectedResponse, context, httpResponse, Messages.ResponseTooLarge.With(exception.MaxBytes / (1024 * 1024)), exception);
        }
        catch (Exception exception) when (TransportErrors.IsTransportError(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw httpResponse is null
                ? errors.FromDetail(
                    ErrorKind.ConnectionFailed, context, null, TransportErrors.Message(exception), mayHaveArrived: TransportErrors.MayHaveArrived(exception))
                : errors.FromDetail(ErrorKind.ResponseTruncated, context, httpResponse, Messages.ResponseTruncated);
        }
        finally
        {
            httpResponse?.Dispose();
        }
    }
}
