using System.Diagnostics;
#if NET
using System.Net;
#endif
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Carries a session's calls: waits for the limiter, signs, sends, reads, and tries again where that may help. Whatever goes
/// wrong comes out as a <see cref="PlatformException"/>; only cancellation stays what it is.
/// </summary>
internal sealed class ApiConnection : IDisposable
{
    private static readonly string UserAgent = $"VideoPlatforms/{typeof(ApiConnection).Assembly.GetName().Version!.ToString(3)}";

    // Long enough for a server that is there.
    private static readonly TimeSpan BestEffortTimeout = TimeSpan.FromSeconds(5);

    private readonly PlatformProtocol _protocol;
    private readonly ConnectionOptions _options;
    private readonly SessionClock _clock;
    private readonly HttpClientProvider _http;
    private readonly RequestRateLimiter _limiter;
    private readonly RetryPolicy _retries;
    private readonly ErrorFactory _reporter;
    private readonly ResponseReader _reader;
    private readonly RequestLogger _trace;
    private readonly SecretRedactor _mask;
    private readonly CancellationTokenSource _closing = new();
    private int _callsUnderWay;

    public ApiConnection(PlatformProtocol protocol, SessionClock clock, ConnectionOptions options)
    {
        _protocol = protocol;
        _clock = clock;
        _options = options;
        Address = WithSlash(options.BaseUri ?? protocol.PublicAddress ?? throw new ArgumentException(Messages.HttpAddress, nameof(options)));
        _http = new(options, Address);
        _limiter = new(options.RequestsPerSecond ?? protocol.DefaultRequestsPerSecond);
        _retries = new(options);
        _reporter = new(protocol.Platform, options.Redactions);
        _reader = new(protocol.Failures, _reporter, options.Redactions);
        _trace = new(protocol, options.Redactions);
        _mask = new(options.Redactions);
        if (options.Redactions.HasFlag(Redactions.AccountSecrets))
        {
            foreach (var secret in protocol.Secrets.Select(secret => secret.Reveal()).Concat(options.ProxySecrets))
            {
                _mask.Add(secret);
            }
        }
    }

    /// <summary>The server's base address, ending in a slash.</summary>
    public Uri Address { get; }

    /// <summary>Makes a call.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="shape">How its response is read.</param>
    /// <param name="observer">Hears of waits, corrections and the wire.</param>
    /// <param name="cancellationToken">Ends a wait or a request at once.</param>
    /// <exception cref="PlatformException">The call failed.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> shape, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        if (_closing.IsCancellationRequested)
        {
            throw NotConnected(call);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var context = new RequestContext(call, _mask);
        Interlocked.Increment(ref _callsUnderWay);
        try
        {
            await AuthorizeAsync(call, observer, ending.Token).ConfigureAwait(false);
            var first = AttemptAsync(context, shape, observer, ending.Token);
            try
            {
                return await first.ConfigureAwait(false);
            }
            catch (PlatformException) when (!call.IsBestEffort)
            {
                return await RetryOrRecoverAsync(first, context, shape, observer, ending.Token).ConfigureAwait(false);
            }
        }
        catch (PlatformException failure) when (context.InDoubt)
        {
            // Whatever came last: an earlier attempt may have been carried out.
            throw failure.OutcomeUnknown();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException
            && _closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw context.InDoubt ? NotConnected(call).OutcomeUnknown() : NotConnected(call);
        }
        finally
        {
            if (Interlocked.Decrement(ref _callsUnderWay) == 0 && _closing.IsCancellationRequested)
            {
                ForgetSecrets();
            }
        }
    }

    /// <summary>Says that a response that claims success holds not what the document promises.</summary>
    public PlatformException Unexpected(ApiCall call, string what, IVendorResponse? response = null) => _reporter.Unexpected(new(call, _mask), what, response);

    /// <summary>Says that a call whose response claims success failed all the same.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, IVendorResponse response) => _reporter.Report(kind, new(call, _mask), null, response);

    /// <summary>Says that a call failed although its response claims success, and what was found out.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, string found, IVendorResponse response) => _reporter.ReportFound(kind, new(call, _mask), found, response);

    /// <summary>Says that a call failed although its response claims success.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call) => _reporter.ReportFound(kind, new(call, _mask), null, found: null);

    /// <summary>Says of a failed call what its failure means.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, PlatformException failure) => _reporter.Reread(kind, new(call, _mask), failure);

    /// <summary>Ends every call under way, closes every connection and forgets the secrets, once no error can need to mask them.</summary>
    public void Dispose()
    {
        if (!_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _limiter.Dispose();
            _http.Dispose();
            if (Volatile.Read(ref _callsUnderWay) == 0)
            {
                ForgetSecrets();
            }
        }
    }

    private void ForgetSecrets()
    {
        foreach (var secret in _protocol.Secrets)
        {
            secret.Forget();
        }

        _protocol.Tokens?.Forget();
        _options.ProxyCredential = null;
        _mask.Forget();
    }

    private PlatformException NotConnected(ApiCall call) => _reporter.ReportFound(ErrorKind.NotConnected, new(call, _mask), null, found: null);

    // What fetches a token must not wait for a fresh one itself: that would be the very one it was asked to fetch.
    private ValueTask AuthorizeAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        call.IsAnonymous || _protocol.Tokens is not { } tokens ? default : tokens.EnsureAsync(observer, cancellationToken);

    /// <summary>What follows a first attempt that failed: attempts after a wait, or after the reason for a refusal was removed.</summary>
    private async Task<T> RetryOrRecoverAsync<T>(Task<T> latest, RequestContext context, JsonTypeInfo<T> shape, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        var untried = context.Call.IsAnonymous ? [] : new List<IRecovery>(_protocol.Recoveries);
        while (true)
        {
            try
            {
                return await _retries.RepeatAsync(context, latest, token => AttemptAsync(context, shape, observer, token), observer, cancellationToken).ConfigureAwait(false);
            }
            catch (PlatformException failure)
            {
                if (!await TryRecoverAsync(untried, failure, observer, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }

                await AuthorizeAsync(context.Call, observer, cancellationToken).ConfigureAwait(false);
                latest = AttemptAsync(context, shape, observer, cancellationToken);
            }
        }
    }

    private static async Task<bool> TryRecoverAsync(List<IRecovery> untried, PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        foreach (var recovery in untried)
        {
            if (await recovery.TryAsync(failure, observer, cancellationToken).ConfigureAwait(false))
            {
                untried.Remove(recovery);
                return true;
            }
        }

        return false;
    }

    // A request that went out and was never answered, or not in the platform's own words, may have been carried out. 501, 503
    // and 505 say that it was not: the server does not know it, or does not take it now.
    private static bool MayHaveBeenProcessed(PlatformException failure) =>
        failure.MayHaveArrived
        && (failure.HttpStatus is 502 or 504
            || (failure.HttpStatus >= 500 && failure.HttpStatus is not (501 or 503 or 505) && !failure.IsVendorResponse)
            || failure.Category is PlatformErrorCategory.ConnectionError or PlatformErrorCategory.OperationTimeout or PlatformErrorCategory.InvalidData);

    private async Task<T> AttemptAsync<T>(RequestContext context, JsonTypeInfo<T> shape, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        await _limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        var before = context.InDoubt;
        context.InDoubt = context.Call.Semantics != CallSemantics.Safe;
        try
        {
            return await ExchangeAsync(context, shape, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (!MayHaveBeenProcessed(failure))
        {
            context.InDoubt = before;
            throw;
        }
    }

    private async Task<T> ExchangeAsync<T>(RequestContext context, JsonTypeInfo<T> shape, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        var attempt = _protocol.Prepare(context.Call, Address, _clock.Now);
        using var request = attempt.Request;
        context.Attach(attempt, _options.Redactions);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
#if NET
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        if (context.Call.Semantics == CallSemantics.NonIdempotent)
        {
            // The runtime itself sends a request again whose kept connection closes before the response, unless it has a body.
            request.Content ??= new ByteArrayContent([]);
        }

        var client = _http.Client;
#else
        using var unshared = context.Call.Semantics == CallSemantics.NonIdempotent ? _http.CreateUnshared() : null;
        var client = unshared ?? _http.Client;
#endif
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = context.Call.IsBestEffort && _options.Timeout > BestEffortTimeout ? BestEffortTimeout : _options.Timeout;
        timer.CancelAfter(timeout);
        HttpResponseMessage? httpResponse = null;
        try
        {
            _trace.Sending(context.Call, request, observer);
            var watch = Stopwatch.StartNew();
            httpResponse = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
            using var body = await ResponseBody.ReadAsync(httpResponse.Content, _options.MaxResponseBytes, timer.Token).ConfigureAwait(false);
            _trace.Answered(context, request, httpResponse, body.Length, watch.Elapsed, observer);
            return _reader.Read(shape, context, httpResponse, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw _reporter.ReportFound(ErrorKind.TimedOut, context, httpResponse, Messages.NoResponseWithin.With(timeout.TotalSeconds), exception);
        }
        catch (ResponseTooLargeException exception)
        {
            throw _reporter.ReportFound(ErrorKind.UnexpectedResponse, context, httpResponse, Messages.ResponseTooLarge.With(exception.Largest / (1024 * 1024)), exception);
        }
        catch (Exception exception) when (TransportErrors.Explains(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw httpResponse is null
                ? _reporter.ReportFound(ErrorKind.ConnectionFailed, context, null, TransportErrors.Tell(exception), mayHaveArrived: TransportErrors.MayHaveArrived(exception))
                : _reporter.ReportFound(ErrorKind.ResponseTruncated, context, httpResponse, Messages.ResponseTruncated);
        }
        finally
        {
            httpResponse?.Dispose();
        }
    }

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new(address.AbsoluteUri + "/");
}
