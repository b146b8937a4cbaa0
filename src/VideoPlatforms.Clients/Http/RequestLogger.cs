using System.Text;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Writes the verbose and debug lines of requests and responses. Only names on an allow-list are shown; all other values are
/// redacted, so that an unexpected header or parameter cannot reveal a secret.
/// </summary>
/// <param name="loggableNames">The platform's parameters and headers that may be shown.</param>
internal sealed class RequestLogger(IReadOnlyCollection<string> loggableNames)
{
    private static readonly HashSet<string> LoggableHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Encoding", "Content-Length", "Content-Type", "Date", "Retry-After", "Server", "Transfer-Encoding", "User-Agent",
    };

    /// <summary>Logs an attempt before it is sent.</summary>
    public void LogRequest(RequestContext context, HttpRequestMessage request, ICallObserver observer)
    {
        if (observer.WantsDebug)
        {
            observer.Debug(Describe(context, request));
        }
    }

    /// <summary>Logs a response after it was read.</summary>
    public static void LogResponse(RequestContext context, HttpRequestMessage request, HttpResponseMessage httpResponse, int length, TimeSpan elapsed, ICallObserver observer)
    {
        if (observer.WantsVerbose)
        {
            observer.Verbose(Messages.RequestCompleted.With(
                request.Method, request.RequestUri!.AbsolutePath, (int)httpResponse.StatusCode, (long)elapsed.TotalMilliseconds, length));
        }

        if (observer.WantsDebug)
        {
            observer.Debug(Describe(context, httpResponse));
        }
    }

    private string Describe(RequestContext context, HttpRequestMessage request)
    {
        var redactor = context.Redactor;
        var text = new StringBuilder().Append(request.Method).Append(' ').Append(request.RequestUri!.GetLeftPart(UriPartial.Path));
        foreach (var header in request.Headers)
        {
            var isLoggable = LoggableHeaders.Contains(header.Key) || loggableNames.Contains(header.Key);
            Append(text, header.Key, redactor.RequestValue(string.Join(", ", header.Value), isLoggable));
        }

        foreach (var parameter in context.Call.Parameters)
        {
            Append(text, parameter.Name, redactor.RequestValue(parameter.Value, loggableNames.Contains(parameter.Name)));
        }

        return text.ToString();
    }

    private static string Describe(RequestContext context, HttpResponseMessage httpResponse)
    {
        var redactor = context.Redactor;
        var text = new StringBuilder().Append("HTTP ").Append((int)httpResponse.StatusCode);
        foreach (var header in httpResponse.Headers.Concat(httpResponse.Content.Headers))
        {
            var value = redactor.ResponseHeader(string.Join(", ", header.Value), LoggableHeaders.Contains(header.Key));
            Append(text, redactor.ResponseHeaderText(header.Key), value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append("\n  ").Append(name).Append(": ").Append(ErrorText.SanitizeForDisplay(value, int.MaxValue));
}
