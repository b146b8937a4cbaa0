using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Carries a session's calls: waits for the limiter, signs, sends, reads, judges, and tries again where that may help.
/// Whatever goes wrong comes out as a <see cref="PlatformException"/>; only cancellation stays what it is.
/// </summary>
internal sealed class ApiConnection : IDisposable
{
    private readonly PlatformProtocol _protocol;
    private readonly ConnectionOptions _options;
    private readonly HttpStack _http;
    private readonly SessionLimiter _limiter;
    private readonly RetryPolicy _retries;
    private readonly SessionClock _clock;
    private readonly SecretMask _mask = new();
    private readonly CancellationTokenSource _closing = new();

    public ApiConnection(PlatformProtocol protocol, SessionClock clock, ConnectionOptions options)
    {
        _protocol = protocol;
        _clock = clock;
        _options = options;
        Address = WithSlash(options.BaseUri ?? protocol.PublicAddress ?? throw new ArgumentException(Messages.HttpAddress, nameof(options)));
        _http = new(options, Address);
        _limiter = new(options.RequestsPerSecond ?? protocol.DefaultRequestsPerSecond);
        _retries = new(options);
        foreach (var secret in protocol.Secrets)
        {
            _mask.Add(secret.Reveal());
        }
    }

    /// <summary>The server's base address, ending in a slash.</summary>
    public Uri Address { get; }

    /// <summary>Makes a call.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="shape">How its answer is read.</param>
    /// <param name="observer">Hears of waits, corrections and the wire.</param>
    /// <param name="cancellationToken">Ends a wait or a request at once.</param>
    /// <exception cref="PlatformException">The call failed.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> shape, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorAnswer
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ClosingToken(call));
        var untried = new List<IRecovery>(_protocol.Recoveries);

        // A cache on the way may answer an attempt with what an earlier one carried.
        var carried = new List<string>();
        while (true)
        {
            try
            {
                return await _retries.RunAsync(call, observer, token => AttemptAsync(call, shape, carried, observer, token), ending.Token).ConfigureAwait(false);
            }
            catch (PlatformException failure)
            {
                if (!await RecoverAsync(untried, failure, observer, ending.Token).ConfigureAwait(false))
                {
                    throw;
                }
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw NotConnected(call);
            }
        }
    }

    /// <summary>Says that an answer that claims success holds not what the document promises.</summary>
    public PlatformException Unexpected(ApiCall call, string what, IVendorAnswer? answer = null) =>
        Fail(FailureKind.UnexpectedResponse, call, _mask, null, answer?.Code, what, answer?.RequestId);

    /// <summary>Ends every call under way and closes every connection.</summary>
    public void Dispose()
    {
        if (!_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _limiter.Dispose();
            _http.Dispose();
        }
    }

    private CancellationToken ClosingToken(ApiCall call) => _closing.IsCancellationRequested ? throw NotConnected(call) : _closing.Token;

    private PlatformException NotConnected(ApiCall call) => Fail(FailureKind.NotConnected, call, _mask);

    private static async Task<bool> RecoverAsync(List<IRecovery> untried, PlatformException failure, ICallObserver observer, CancellationToken cancellationToken)
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

    private async Task<T> AttemptAsync<T>(ApiCall call, JsonTypeInfo<T> shape, List<string> carried, ICallObserver observer, CancellationToken cancellationToken)
        where T : class, IVendorAnswer
    {
        await _limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        var attempt = _protocol.Prepare(call, Address, _clock.Now);
        using var request = attempt.Request;
        carried.AddRange(attempt.Secrets);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(_options.Timeout);
        HttpResponseMessage? response = null;
        try
        {
            CallTrace.Sending(call, request, _protocol, observer);
            var started = Stopwatch.GetTimestamp();
            using var client = _http.CreateClient();
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
            using var body = await ResponseBody.ReadAsync(response.Content, _options.LargestAnswer, timer.Token).ConfigureAwait(false);
            var elapsed = TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency);
            CallTrace.Answered(request, response, body.Length, elapsed, observer);
            return Judge(call, shape, carried, response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fail(FailureKind.TimedOut, call, _mask, response, message: Messages.NoAnswerWithin.With(_options.Timeout.TotalSeconds), inner: exception);
        }
        catch (AnswerTooLargeException exception)
        {
            throw Fail(FailureKind.UnexpectedResponse, call, _mask, response, message: Messages.AnswerTooLarge.With(exception.Largest / (1024 * 1024)), inner: exception);
        }
        catch (Exception exception) when (BrokenConnection.Explains(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mask = _mask.With(carried);
            throw response is null
                ? Fail(FailureKind.ConnectionFailed, call, mask, message: BrokenConnection.Tell(exception), mayHaveArrived: BrokenConnection.MayHaveArrived(exception))
                : Fail(FailureKind.AnswerCutOff, call, mask, response, message: Messages.AnswerCutOff);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private T Judge<T>(ApiCall call, JsonTypeInfo<T> shape, List<string> carried, HttpResponseMessage response, ResponseBody body)
        where T : class, IVendorAnswer
    {
        var answer = TryRead(shape, body, out var flaw);
        if (answer is { IsRecognised: true, Succeeded: true } && response.IsSuccessStatusCode)
        {
            return answer;
        }

        var mask = _mask.With(carried);
        if (answer is { IsRecognised: true, Succeeded: false })
        {
            throw Fail(_protocol.Failures.Find(answer.Code, answer.Message, (int)response.StatusCode), call, mask, response, answer.Code, answer.Message, answer.RequestId);
        }

        if (!response.IsSuccessStatusCode)
        {
            var kind = VendorFailures.FromStatus((int)response.StatusCode);
            var said = kind == FailureKind.Redirected
                ? Messages.RedirectsTo.With(Host(response.Headers.Location))
                : mask.ApplyToBeginning(body.Excerpt());
            throw Fail(kind, call, mask, response, message: said);
        }

        throw Fail(CutOff(body, flaw) ? FailureKind.AnswerCutOff : FailureKind.UnexpectedResponse, call, mask, response, message: Complaint(body, flaw, mask));
    }

    private static T? TryRead<T>(JsonTypeInfo<T> shape, ResponseBody body, out string? flaw)
        where T : class
    {
        flaw = null;
        if (!body.LooksLikeJson)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body.Utf8, shape);
        }
        catch (JsonException exception)
        {
            flaw = exception.Message;
            return null;
        }
    }

    // A proxy that cuts an answer may hide it behind a shorter, valid length; JSON that ends before its last brace gives it away.
    private static bool CutOff(ResponseBody body, string? flaw) => flaw is not null && body.LooksLikeJson && !body.IsClosed;

    private static string Complaint(ResponseBody body, string? flaw, SecretMask mask) =>
        body.Utf8.IsEmpty ? Messages.AnswerEmpty
        : flaw is not null ? Messages.AnswerOfOtherShape.With(flaw)
        : body.LooksLikeJson ? Messages.AnswerOfOtherShape.With(mask.ApplyToBeginning(body.Excerpt()))
        : Messages.AnswerNotJson.With(mask.ApplyToBeginning(body.Excerpt()));

    private static string Host(Uri? location) => location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Authority) : "/";

    private PlatformException Fail(
        FailureKind kind,
        ApiCall call,
        SecretMask mask,
        HttpResponseMessage? response = null,
        string? code = null,
        string? message = null,
        string? requestId = null,
        Exception? inner = null,
        bool mayHaveArrived = true)
    {
        message = mask.Apply(message);
        code = mask.Apply(code);
        code ??= response is null || response.IsSuccessStatusCode ? null : "HTTP " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        requestId = mask.Apply(requestId);
        return new(
            _protocol.Platform,
            kind,
            FailureText.Describe(_protocol.Platform, kind, call.Name, call.Target, code, message, requestId),
            FailureText.Advise(_protocol.Platform, kind),
            inner)
        {
            Call = call.Name,
            Target = call.Target,
            VendorCode = code,
            VendorMessage = message,
            RequestId = requestId,
            HttpStatus = response is null ? null : (int)response.StatusCode,
            ServerDate = response?.Headers.Date,
            RetryAfter = RetryAfter(response),
            MayHaveArrived = mayHaveArrived,
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        if (response?.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        var wait = header.Delta ?? (header.Date - (response.Headers.Date ?? DateTimeOffset.UtcNow));
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new(address.AbsoluteUri + "/");
}
