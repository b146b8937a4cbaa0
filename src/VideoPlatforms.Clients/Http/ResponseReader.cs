using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>Reads a response. What the platform reports takes precedence over the HTTP status.</summary>
/// <param name="errorMap">The platform's errors.</param>
/// <param name="errors">Creates the exceptions.</param>
internal sealed class ResponseReader(ErrorMap errorMap, ErrorFactory errors)
{
    // Ten times the largest page of any platform. Each element costs memory, however few bytes it takes.
    private const int MaxElements = 500_000;

    /// <summary>Returns the response if it reports success.</summary>
    /// <exception cref="PlatformException">It reports a failure, or is not in the documented format.</exception>
    public T Read<T>(JsonTypeInfo<T> jsonType, RequestContext context, HttpResponseMessage httpResponse, ResponseBody body)
        where T : class, IVendorResponse
    {
        var response = TryParse(jsonType, body, out var parseError);
        if (response is { IsRecognised: true, Succeeded: true } && httpResponse.IsSuccessStatusCode)
        {
            return context.Call.Semantics == CallSemantics.Safe ? response : Redacted(response, context.Redactor);
        }

        var status = (int)httpResponse.StatusCode;
        if (response is { IsRecognised: true, Succeeded: false })
        {
            throw errors.FromVendor(errorMap.Find(response.Code, response.Message, status), context, httpResponse, response);
        }

        if (!httpResponse.IsSuccessStatusCode)
        {
            // The platform itself rejects a login; for any other call, the status asks for a new login.
            var kind = status == 401 && context.Call.IsAnonymous ? errorMap.Find("401", null, status) : errorMap.FromStatus(status);
            throw kind == ErrorKind.Redirected
                ? errors.FromDetail(kind, context, httpResponse, Messages.RedirectsTo.With(Host(httpResponse.Headers.Location)))
                : errors.FromGateway(kind, context, httpResponse, Excerpt(body, context));
        }

        throw errors.FromDetail(
            IsTruncated(body, parseError) ? ErrorKind.ResponseTruncated : ErrorKind.UnexpectedResponse, context, httpResponse, Describe(body, parseError, context));
    }

    // The response to a write becomes part of its result, and a server may echo there what it received.
    private static T Redacted<T>(T response, SecretRedactor redactor)
        where T : IVendorResponse
    {
        response.Message = redactor.WriteResponse(response.Message);
        response.RequestId = redactor.WriteResponse(response.RequestId);
        return response;
    }

    private static T? TryParse<T>(JsonTypeInfo<T> jsonType, ResponseBody body, out string? parseError)
        where T : class
    {
        parseError = null;
        if (!body.LooksLikeJson)
        {
            return null;
        }

        if (body.HasMoreElementsThan(MaxElements))
        {
            parseError = Messages.ResponseTooManyElements.With(MaxElements);
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body.Utf8, jsonType);
        }
        catch (JsonException exception)
        {
            parseError = exception.Message;
            return null;
        }
    }

    // A proxy that truncates a response may send a shorter, valid length. JSON without its last brace shows that.
    private static bool IsTruncated(ResponseBody body, string? parseError) => parseError is not null && body.LooksLikeJson && !body.IsClosed;

    private static string Describe(ResponseBody body, string? parseError, RequestContext context) =>
        body.Utf8.IsEmpty ? Messages.ResponseEmpty
        : parseError is not null ? Messages.ResponseUnexpectedStructure.With(parseError)
        : body.LooksLikeJson ? Messages.ResponseUnexpectedStructure.With(Excerpt(body, context))
        : Messages.ResponseNotJson.With(Excerpt(body, context));

    private static string Excerpt(ResponseBody body, RequestContext context) =>
        context.Call.IsAnonymous && body.LooksLikeJson
            ? context.Redactor.TokenResponse(body.Excerpt())
            : context.Redactor.Excerpt(body.Excerpt());

    private static string Host(Uri? location) => location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Authority) : "/";
}
