using System.Globalization;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>Makes the exception of whatever went wrong with a call, with secrets masked. Nothing else makes one of a call.</summary>
/// <param name="platform">The platform that was called.</param>
/// <param name="redactions">What is hidden.</param>
internal sealed class ErrorFactory(Platform platform, Redactions redactions)
{
    /// <summary>Reports what a response says.</summary>
    public PlatformException Report(ErrorKind kind, RequestContext context, HttpResponseMessage? httpResponse, IVendorResponse response) =>
        Create(kind, context, httpResponse, response.Code, response.Message, response.RequestId, isVendorsWord: true);

    /// <summary>Reports what a server said that did not answer in the platform's form, such as a gateway.</summary>
    public PlatformException Report(ErrorKind kind, RequestContext context, HttpResponseMessage httpResponse, string? said) =>
        Create(kind, context, httpResponse, null, said, null);

    /// <summary>Reports what was found out without the server's saying so.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="context">The call.</param>
    /// <param name="httpResponse">The response's head; null where none came.</param>
    /// <param name="found">What was found out.</param>
    /// <param name="inner">What the runtime threw; never one that could hold a secret.</param>
    /// <param name="mayHaveArrived">False where the request surely never reached the server.</param>
    public PlatformException ReportFound(ErrorKind kind, RequestContext context, HttpResponseMessage? httpResponse, string? found, Exception? inner = null, bool mayHaveArrived = true) =>
        Create(kind, context, httpResponse, null, found, null, inner, mayHaveArrived, found: true);

    /// <summary>Reports what was found out about a response that claims success.</summary>
    public PlatformException ReportFound(ErrorKind kind, RequestContext context, string found, IVendorResponse response) =>
        Create(kind, context, null, response.Code, found, response.RequestId, found: true);

    /// <summary>Reports that a response that claims success holds not what the document promises.</summary>
    public PlatformException Unexpected(RequestContext context, string what, IVendorResponse? response) =>
        Create(ErrorKind.UnexpectedResponse, context, null, response?.Code, what, response?.RequestId, found: true);

    /// <summary>Reports what a failure means for the call that it came from.</summary>
    public PlatformException Reread(ErrorKind kind, RequestContext context, PlatformException failure) =>
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
        bool found = false,
        bool isVendorsWord = false)
    {
        var mask = context.Mask;
        message = Mask(message, Redactions.Messages);
        code = Mask(code, Redactions.Codes) ?? HttpCode(httpResponse);
        requestId = Mask(requestId, Redactions.RequestIds);
        var call = context.Call;
        var retryAfter = RetryAfter(httpResponse);
        return new(
            platform,
            kind,
            ErrorText.Describe(platform, kind, call.Name, call.Target, code, message, found, requestId, retryAfter),
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
            IsVendorResponse = isVendorsWord,
            TokenGeneration = context.TokenGeneration,
        };

        string? Mask(string? text, Redactions one) => redactions.HasFlag(one) ? mask.Apply(text) : text;
    }

    private static string? HttpCode(HttpResponseMessage? httpResponse) =>
        httpResponse is null || httpResponse.IsSuccessStatusCode ? null : "HTTP " + ((int)httpResponse.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? RetryAfter(HttpResponseMessage? httpResponse)
    {
        if (httpResponse?.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date is meant by the server's clock.
        var wait = header.Delta ?? (header.Date - (httpResponse.Headers.Date ?? DateTimeOffset.UtcNow));
        return wait > TimeSpan.Zero ? wait : null;
    }
}
