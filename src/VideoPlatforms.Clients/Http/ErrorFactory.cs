using System.Globalization;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>Creates the exception for a failed call, with secrets redacted. No other code creates exceptions for calls.</summary>
/// <param name="platform">The platform that was called.</param>
internal sealed class ErrorFactory(Platform platform)
{
    /// <summary>Creates the error that the platform itself reports.</summary>
    public PlatformException FromVendor(ErrorKind kind, RequestContext context, HttpResponseMessage? httpResponse, IVendorResponse response) =>
        Create(kind, context, httpResponse, response.Code, response.Message, response.RequestId, isVendorResponse: true);

    /// <summary>Creates the error for a response that is not in the platform's format, such as that of a gateway.</summary>
    public PlatformException FromGateway(ErrorKind kind, RequestContext context, HttpResponseMessage httpResponse, string? text) =>
        Create(kind, context, httpResponse, null, text, null);

    /// <summary>Creates the error for a failure that no response reports.</summary>
    /// <param name="kind">The kind of error.</param>
    /// <param name="context">The call.</param>
    /// <param name="httpResponse">The response's headers; null if there was no response.</param>
    /// <param name="detail">What was detected.</param>
    /// <param name="inner">The exception of the runtime; never one that can contain a secret.</param>
    /// <param name="mayHaveArrived">False if the request certainly did not reach the server.</param>
    public PlatformException FromDetail(
        ErrorKind kind, RequestContext context, HttpResponseMessage? httpResponse = null, string? detail = null, Exception? inner = null, bool mayHaveArrived = true) =>
        Create(kind, context, httpResponse, null, detail, null, inner, mayHaveArrived, isDetail: true);

    /// <summary>Creates the error for a response that reports success although the call failed.</summary>
    public PlatformException FromDetail(ErrorKind kind, RequestContext context, string detail, IVendorResponse? response) =>
        Create(kind, context, null, response?.Code, detail, response?.RequestId, isDetail: true);

    /// <summary>Creates the error that a failure means for the call.</summary>
    public PlatformException FromFailure(ErrorKind kind, RequestContext context, PlatformException failure) =>
        Create(kind, context, null, failure.VendorCode, failure.VendorMessage, failure.RequestId);

    private PlatformException Create(
        ErrorKind kind,
        RequestContext context,
        HttpResponseMessage? httpResponse,
        string? code,
        string? message,
        string? requestId,
        Exception? inner = null,
        bool mayHaveArrived = true,
        bool isDetail = false,
        bool isVendorResponse = false)
    {
        var redactor = context.Redactor;
        message = redactor.Message(message);
        code = redactor.Code(code) ?? HttpCode(httpResponse);
        requestId = redactor.RequestId(requestId);
        var call = context.Call;
        var retryAfter = RetryAfter(httpResponse);
        return new(
            platform,
            kind,
            ErrorText.Describe(platform, kind, call.Name, call.Target, code, message, isDetail, requestId, retryAfter),
            ErrorText.Advise(platform, kind),
            inner)
        {
            Call = call.Name,
            Target = call.Target,
            VendorCode = code,
            VendorMessage = message,
            RequestId = requestId,
            HttpStatus = httpResponse is null ? null : (int)httpResponse.StatusCode,
            ServerDate = httpResponse?.Headers.Date,
            RetryAfter = retryAfter,
            MayHaveArrived = mayHaveArrived,
            IsVendorResponse = isVendorResponse,
            TokenGeneration = context.TokenGeneration,
        };
    }

    private static string? HttpCode(HttpResponseMessage? httpResponse) =>
        httpResponse is null || httpResponse.IsSuccessStatusCode ? null : "HTTP " + ((int)httpResponse.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns how long the server requests to wait; null if it requests no delay.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseMessage? httpResponse)
    {
        if (httpResponse?.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date is relative to the server's clock.
        var wait = header.Delta ?? (header.Date - (httpResponse.Headers.Date ?? DateTimeOffset.UtcNow));
        return wait > TimeSpan.Zero ? wait : null;
    }
}
