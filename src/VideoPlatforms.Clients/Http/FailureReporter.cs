using System.Globalization;
using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Http;

/// <summary>Makes the exception of whatever went wrong with a call, with secrets masked. Nothing else makes one of a call.</summary>
/// <param name="platform">The platform that was called.</param>
/// <param name="redactions">What is hidden.</param>
internal sealed class FailureReporter(Platform platform, Redactions redactions)
{
    /// <summary>Reports what an answer says.</summary>
    public PlatformException Report(FailureKind kind, Trip trip, HttpResponseMessage? response, IVendorAnswer answer) =>
        Create(kind, trip, response, answer.Code, answer.Message, answer.RequestId, isVendorsWord: true);

    /// <summary>Reports what a server said that did not answer in the platform's form, such as a gateway.</summary>
    public PlatformException Report(FailureKind kind, Trip trip, HttpResponseMessage response, string? said) =>
        Create(kind, trip, response, null, said, null);

    /// <summary>Reports what was found out without the server's saying so.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="trip">The call.</param>
    /// <param name="response">The answer's head; null where none came.</param>
    /// <param name="found">What was found out.</param>
    /// <param name="inner">What the runtime threw; never one that could hold a secret.</param>
    /// <param name="mayHaveArrived">False where the request surely never reached the server.</param>
    public PlatformException ReportFound(FailureKind kind, Trip trip, HttpResponseMessage? response, string? found, Exception? inner = null, bool mayHaveArrived = true) =>
        Create(kind, trip, response, null, found, null, inner, mayHaveArrived, found: true);

    /// <summary>Reports what was found out about an answer that claims success.</summary>
    public PlatformException ReportFound(FailureKind kind, Trip trip, string found, IVendorAnswer answer) =>
        Create(kind, trip, null, answer.Code, found, answer.RequestId, found: true);

    /// <summary>Reports that an answer that claims success holds not what the document promises.</summary>
    public PlatformException Unexpected(Trip trip, string what, IVendorAnswer? answer) =>
        Create(FailureKind.UnexpectedResponse, trip, null, answer?.Code, what, answer?.RequestId, found: true);

    /// <summary>Reports what a failure means for the call that it came from.</summary>
    public PlatformException Reread(FailureKind kind, Trip trip, PlatformException failure) =>
        Create(kind, trip, null, failure.VendorCode, failure.VendorMessage, failure.RequestId);

    private PlatformException Create(
        FailureKind kind,
        Trip trip,
        HttpResponseMessage? response,
        string? code,
        string? message,
        string? requestId,
        Exception? inner = null,
        bool mayHaveArrived = true,
        bool found = false,
        bool isVendorsWord = false)
    {
        var mask = trip.Mask;
        message = Mask(message, Redactions.Messages);
        code = Mask(code, Redactions.Codes) ?? HttpCode(response);
        requestId = Mask(requestId, Redactions.RequestIds);
        var call = trip.Call;
        var retryAfter = RetryAfter(response);
        return new(
            platform,
            kind,
            FailureText.Describe(platform, kind, call.Name, call.Target, code, message, found, requestId, retryAfter),
            FailureText.Advise(platform, kind),
            inner)
        {
            Call = call.Name,
            Target = call.Target,
            VendorCode = code,
            VendorMessage = message,
            RequestId = requestId,
            HttpStatus = response is null ? null : (int)response.StatusCode,
            ServerDate = response?.Headers.Date,
            RetryAfter = retryAfter,
            MayHaveArrived = mayHaveArrived,
            IsVendorsWord = isVendorsWord,
            TokenGeneration = trip.TokenGeneration,
        };

        string? Mask(string? text, Redactions one) => redactions.HasFlag(one) ? mask.Apply(text) : text;
    }

    private static string? HttpCode(HttpResponseMessage? response) =>
        response is null || response.IsSuccessStatusCode ? null : "HTTP " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        if (response?.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date is meant by the server's clock.
        var wait = header.Delta ?? (header.Date - (response.Headers.Date ?? DateTimeOffset.UtcNow));
        return wait > TimeSpan.Zero ? wait : null;
    }
}
