using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>Reads a response and judges it: what the platform says counts before what HTTP says.</summary>
/// <param name="vendor">The platform's error table.</param>
/// <param name="reporter">Puts failures into words.</param>
/// <param name="redactions">What is hidden.</param>
internal sealed class ResponseReader(ErrorMap vendor, ErrorFactory reporter, Redactions redactions)
{
    // The largest page that any platform gives has a tenth of it. Each part costs memory, however few bytes it is sent in.
    private const int MaxElements = 500_000;

    /// <summary>The response, where it claims success.</summary>
    /// <exception cref="PlatformException">It does not, or it is no response of the documented form.</exception>
    public T Read<T>(JsonTypeInfo<T> shape, RequestContext context, HttpResponseMessage httpResponse, ResponseBody body)
        where T : class, IVendorResponse
    {
        var response = TryParse(shape, body, out var flaw);
        if (response is { IsRecognised: true, Succeeded: true } && httpResponse.IsSuccessStatusCode)
        {
            return context.Call.Semantics == CallSemantics.Safe || !redactions.HasFlag(Redactions.WriteResponses) ? response : Masked(response, context.Mask);
        }

        var status = (int)httpResponse.StatusCode;
        if (response is { IsRecognised: true, Succeeded: false })
        {
            throw reporter.Report(vendor.Find(response.Code, response.Message, status), context, httpResponse, response);
        }

        if (!httpResponse.IsSuccessStatusCode)
        {
            // A log-in that is refused is refused by its own words; any other call needs another log-in.
            var kind = status == 401 && context.Call.IsAnonymous ? vendor.Find("401", null, status) : vendor.FromStatus(status);
            throw kind == ErrorKind.Redirected
                ? reporter.ReportFound(kind, context, httpResponse, Messages.RedirectsTo.With(Host(httpResponse.Headers.Location)))
                : reporter.Report(kind, context, httpResponse, Excerpt(body, context));
        }

        throw reporter.ReportFound(IsCutOff(body, flaw) ? ErrorKind.ResponseTruncated : ErrorKind.UnexpectedResponse, context, httpResponse, Describe(body, flaw, context));
    }

    // What the response to a write says goes into its result, and a server may repeat there what it was sent.
    private static T Masked<T>(T response, SecretRedactor mask)
        where T : IVendorResponse
    {
        response.Message = mask.Apply(response.Message);
        response.RequestId = mask.Apply(response.RequestId);
        return response;
    }

    private static T? TryParse<T>(JsonTypeInfo<T> shape, ResponseBody body, out string? flaw)
        where T : class
    {
        flaw = null;
        if (!body.LooksLikeJson)
        {
            return null;
        }

        if (body.HasMoreElementsThan(MaxElements))
        {
            flaw = Messages.ResponseTooManyElements.With(MaxElements);
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

    // A proxy that cuts a response may hide it behind a shorter, valid length; JSON that ends before its last brace gives it away.
    private static bool IsCutOff(ResponseBody body, string? flaw) => flaw is not null && body.LooksLikeJson && !body.IsClosed;

    private string Describe(ResponseBody body, string? flaw, RequestContext context) =>
        body.Utf8.IsEmpty ? Messages.ResponseEmpty
        : flaw is not null ? Messages.ResponseUnexpectedStructure.With(flaw)
        : body.LooksLikeJson ? Messages.ResponseUnexpectedStructure.With(Excerpt(body, context))
        : Messages.ResponseNotJson.With(Excerpt(body, context));

    // The response to a call that fetches a token may hold one that nobody knows yet, and so cannot mask.
    private string Excerpt(ResponseBody body, RequestContext context) =>
        context.Call.IsAnonymous && body.LooksLikeJson && redactions.HasFlag(Redactions.TokenResponses) ? SecretRedactor.Mask
        : redactions.HasFlag(Redactions.QuoteEnds) ? context.Mask.ApplyToBeginning(body.Excerpt())
        : body.Excerpt();

    private static string Host(Uri? location) => location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Authority) : "/";
}
