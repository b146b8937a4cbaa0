using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Makes the calls of a session: waits for the rate limiter, sends, and retries or recovers after a failure. Every failure is
/// a <see cref="PlatformException"/>; cancellation is an <see cref="OperationCanceledException"/>.
/// </summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly PlatformProtocol _protocol;
    private readonly ConnectionOptions _options;
    private readonly HttpClientProvider _http;
    private readonly HttpExchange _exchange;
    private readonly RequestRateLimiter _limiter;
    private readonly RetryPolicy _retries;
    private readonly ErrorFactory _errors;
    private readonly SecretRedactor _redactor;
    private readonly CancellationTokenSource _closing = new();
    private int _activeCalls;

    public ApiConnection(PlatformProtocol protocol, SessionClock clock, ConnectionOptions options)
    {
        _protocol = protocol;
        _options = options;
        Address = WithSlash(options.BaseUri ?? protocol.Description.PublicAddress ?? throw new ArgumentException(Messages.HttpAddress, nameof(options)));
        _http = new(options, Address);
        _limiter = new(options.RequestsPerSecond ?? protocol.Description.DefaultRequestsPerSecond);
        _retries = new(options);
        _errors = new(protocol.Description.Platform);
        _exchange = new(protocol, clock, options, _http, _errors, Address);
        _redactor = options.CreateRedactor();
        foreach (var secret in protocol.Secrets.Select(secret => secret.Reveal()).Concat(options.ProxySecrets))
        {
            _redactor.AddAccountSecret(secret);
        }
    }

    /// <summary>The server's base address, ending in a slash.</summary>
    public Uri Address { get; }

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="jsonType">The type of its response.</param>
    /// <param name="observer">Receives delays, warnings, and verbose and debug lines.</param>
    /// <param name="cancellationToken">Cancels a delay or a request at once.</param>
    /// <exception cref="PlatformException">The call failed.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> jsonType, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        if (_closing.IsCancellationRequested)
        {
            throw NotConnected(call);
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var context = new RequestContext(call, _redactor);
        Interlocked.Increment(ref _activeCalls);
        try
        {
            await AuthorizeAsync(call, observer, stopping.Token).ConfigureAwait(false);
            var first = AttemptAsync(context, jsonType, observer, stopping.Token);
            try
            {
                return await first.ConfigureAwait(false);
            }
            catch (PlatformException) when (!call.IsBestEffort)
            {
                return await RetryOrRecoverAsync(first, context, jsonType, observer, stopping.Token).ConfigureAwait(false);
            }
        }
        catch (PlatformException failure) when (context.InDoubt)
        {
            // Whatever the last failure was: the server may have processed an earlier attempt.
            throw failure.OutcomeUnknown();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException
            && _closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw context.InDoubt ? NotConnected(call).OutcomeUnknown() : NotConnected(call);
        }
        finally
        {
            if (Interlocked.Decrement(ref _activeCalls) == 0 && _closing.IsCancellationRequested)
            {
                ClearSecrets();
            }
        }
    }

    /// <summary>Creates the error for a response that reports success but lacks what the document promises.</summary>
    public PlatformException Unexpected(ApiCall call, string detail, IVendorResponse? response = null) =>
        Fail(ErrorKind.UnexpectedResponse, call, detail, response);

    /// <summary>Creates the error that the response itself reports, although in the format of a success.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, IVendorResponse response) => _errors.FromVendor(kind, NewContext(call), null, response);

    /// <summary>Creates the error for a response that reports success although the call failed.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, string detail, IVendorResponse? response) => _errors.FromDetail(kind, NewContext(call), detail, response);

    /// <summary>Creates an error that is not the server's.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call) => _errors.FromDetail(kind, NewContext(call));

    /// <summary>Creates the error that a failure means for the call.</summary>
    public PlatformException Fail(ErrorKind kind, ApiCall call, PlatformException failure) => _errors.FromFailure(kind, NewContext(call), failure);

    /// <summary>Cancels every active call, closes every connection, and clears the secrets when no error can need to redact them.</summary>
    public void Dispose()
    {
        if (!_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _limiter.Dispose();
            _http.Dispose();
            if (Volatile.Read(ref _activeCalls) == 0)
            {
                ClearSecrets();
            }
        }
    }

    private void ClearSecrets()
    {
        foreach (var secret in _protocol.Secrets)
        {
            secret.Clear();
        }

        _protocol.Tokens?.Clear();
        _options.ProxyCredential = null;
        _redactor.Clear();
    }

    private RequestContext NewContext(ApiCall call) => new(call, _redactor);

    private PlatformException NotConnected(ApiCall call) => Fail(ErrorKind.NotConnected, call);

    // A token request must not wait for a token.
    private ValueTask AuthorizeAsync(ApiCall call, ICallObserver observer, CancellationToken cancellationToken) =>
        call.IsAnonymous || _protocol.Tokens is not { } tokens ? default : tokens.EnsureAsync(observer, cancellationToken);

    /// <summary>Continues after a failed attempt: retries after a delay, or sends again when the reason for a rejection was removed.</summary>
    private async Task<T> RetryOrRecoverAsync<T>(
        Task<T> latest, RequestContext context, JsonTypeInfo<T> jsonType, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        var remaining = context.Call.IsAnonymous ? [] : new List<IRecovery>(_protocol.Recoveries);
        while (true)
        {
            try
            {
                return await _retries.RepeatAsync(context, latest, token => AttemptAsync(context, jsonType, observer, token), observer, cancellationToken).ConfigureAwait(false);
            }
            catch (PlatformException failure)
            {
                if (!await TryRecoverAsync(remaining, failure, observer, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }

                await AuthorizeAsync(context.Call, observer, cancellationToken).ConfigureAwait(false);
                latest = AttemptAsync(context, jsonType, observer, cancellationToken);
            }
        }
    }

    private static async Task<bool> TryRecoverAsync(List<IRecovery> remaining, PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
    {
        if (observer is ProbeObserver { CanRecover: false })
        {
            return false;
        }

        foreach (var recovery in remaining)
        {
            if (await recovery.TryAsync(failure, observer, cancellationToken).ConfigureAwait(false))
            {
                remaining.Remove(recovery);
                return true;
            }
        }

        return false;
    }

    private async Task<T> AttemptAsync<T>(RequestContext context, JsonTypeInfo<T> jsonType, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorResponse
    {
        await _limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        (observer as ProbeObserver)?.Begin();
        var before = context.InDoubt;
        context.InDoubt = context.Call.Semantics != CallSemantics.Safe;
        try
        {
            return await _exchange.SendAsync(context, jsonType, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformException failure) when (!MayHaveBeenProcessed(failure))
        {
            context.InDoubt = before;
            throw;
        }
    }

    // The server may have processed a request without a response, or with one that is not the platform's. 501, 503 and 505
    // mean that it did not: the request is unknown, or not accepted at present.
    private static bool MayHaveBeenProcessed(PlatformException failure) =>
        failure.MayHaveArrived
        && (failure.HttpStatus is 502 or 504
            || (failure.HttpStatus >= 500 && failure.HttpStatus is not (501 or 503 or 505) && !failure.IsVendorResponse)
            || failure.Category is PlatformErrorCategory.ConnectionError or PlatformErrorCategory.OperationTimeout or PlatformErrorCategory.InvalidData);

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new(address.AbsoluteUri + "/");
}
