using System.Text;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Writes what goes over the wire for -Verbose and -Debug. What is shown is on a list; everything else is <c>***</c>, so
/// that a header or parameter that nobody thought of cannot leak.
/// </summary>
/// <param name="protocol">Says which parameters may be shown.</param>
/// <param name="redactions">What is hidden.</param>
internal sealed class RequestLogger(PlatformProtocol protocol, Redactions redactions)
{
    private static readonly HashSet<string> LoggableHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Encoding", "Content-Length", "Content-Type", "Date", "Retry-After", "Server", "Transfer-Encoding", "User-Agent",
    };

    /// <summary>Tells of an attempt that is about to be sent.</summary>
    public void Sending(ApiCall call, HttpRequestMessage request, ICallObserver observer)
    {
        if (!observer.WantsDebug)
        {
            return;
        }

        var showAll = !redactions.HasFlag(Redactions.RequestLines);
        var text = new StringBuilder().Append(request.Method).Append(' ').Append(request.RequestUri!.GetLeftPart(UriPartial.Path));
        foreach (var header in request.Headers)
        {
            Append(text, header.Key, string.Join(", ", header.Value), showAll || LoggableHeaders.Contains(header.Key) || protocol.LoggableNames.Contains(header.Key));
        }

        foreach (var parameter in call.Parameters)
        {
            Append(text, parameter.Name, parameter.Value, showAll || protocol.LoggableNames.Contains(parameter.Name));
        }

        observer.Debug(text.ToString());
    }

    /// <summary>Tells of a response, once it has been read.</summary>
    public void Answered(RequestContext context, HttpRequestMessage request, HttpResponseMessage httpResponse, int length, TimeSpan elapsed, ICallObserver observer)
    {
        if (observer.WantsVerbose)
        {
            observer.Verbose(Messages.RequestCompleted.With(
                request.Method, request.RequestUri!.AbsolutePath, (int)httpResponse.StatusCode, (long)elapsed.TotalMilliseconds, length));
        }

        if (observer.WantsDebug)
        {
            // A server may put what it was sent into any header, or make a header's name of it.
            var text = new StringBuilder().Append("HTTP ").Append((int)httpResponse.StatusCode);
            var showAll = !redactions.HasFlag(Redactions.AnswerLines);
            var mask = redactions.HasFlag(Redactions.AnswerEchoes) ? context.Mask : new SecretRedactor();
            foreach (var header in httpResponse.Headers.Concat(httpResponse.Content.Headers))
            {
                Append(text, mask.Apply(header.Key)!, mask.Apply(string.Join(", ", header.Value))!, showAll || LoggableHeaders.Contains(header.Key));
            }

            observer.Debug(text.ToString());
        }
    }

    private static void Append(StringBuilder text, string name, string value, bool showable) =>
        text.Append("\n  ").Append(name).Append(": ").Append(showable ? ErrorText.SanitizeForDisplay(value, int.MaxValue) : SecretRedactor.Mask);
}
