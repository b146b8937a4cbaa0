using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Http;

/// <summary>Reads an answer and judges it: what the platform says counts before what HTTP says.</summary>
/// <param name="vendor">The platform's error table.</param>
/// <param name="reporter">Puts failures into words.</param>
/// <param name="redactions">What is hidden.</param>
internal sealed class AnswerReader(VendorFailures vendor, FailureReporter reporter, Redactions redactions)
{
    // The largest page that any platform gives has a tenth of it. Each part costs memory, however few bytes it is sent in.
    private const int MostParts = 500_000;

    /// <summary>The answer, where it claims success.</summary>
    /// <exception cref="PlatformException">It does not, or it is no answer of the documented form.</exception>
    public T Read<T>(JsonTypeInfo<T> shape, Trip trip, HttpResponseMessage response, ResponseBody body)
        where T : class, IVendorAnswer
    {
        var answer = TryParse(shape, body, out var flaw);
        if (answer is { IsRecognised: true, Succeeded: true } && response.IsSuccessStatusCode)
        {
            return trip.Call.Safety == CallSafety.Read || !redactions.HasFlag(Redactions.WriteAnswers) ? answer : Masked(answer, trip.Mask);
        }

        var status = (int)response.StatusCode;
        if (answer is { IsRecognised: true, Succeeded: false })
        {
            throw reporter.Report(vendor.Find(answer.Code, answer.Message, status), trip, response, answer);
        }

        if (!response.IsSuccessStatusCode)
        {
            // A log-in that is refused is refused by its own words; any other call needs another log-in.
            var kind = status == 401 && trip.Call.IsAnonymous ? vendor.Find("401", null, status) : vendor.FromStatus(status);
            throw kind == FailureKind.Redirected
                ? reporter.ReportFound(kind, trip, response, Messages.RedirectsTo.With(Host(response.Headers.Location)))
                : reporter.Report(kind, trip, response, Excerpt(body, trip));
        }

        throw reporter.ReportFound(IsCutOff(body, flaw) ? FailureKind.AnswerCutOff : FailureKind.UnexpectedResponse, trip, response, Complaint(body, flaw, trip));
    }

    // What the answer to a write says goes into its result, and a server may repeat there what it was sent.
    private static T Masked<T>(T answer, SecretMask mask)
        where T : IVendorAnswer
    {
        answer.Message = mask.Apply(answer.Message);
        answer.RequestId = mask.Apply(answer.RequestId);
        return answer;
    }

    private static T? TryParse<T>(JsonTypeInfo<T> shape, ResponseBody body, out string? flaw)
        where T : class
    {
        flaw = null;
        if (!body.LooksLikeJson)
        {
            return null;
        }

        if (body.HasMorePartsThan(MostParts))
        {
            flaw = Messages.AnswerOfTooManyParts.With(MostParts);
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
    private static bool IsCutOff(ResponseBody body, string? flaw) => flaw is not null && body.LooksLikeJson && !body.IsClosed;

    private string Complaint(ResponseBody body, string? flaw, Trip trip) =>
        body.Utf8.IsEmpty ? Messages.AnswerEmpty
        : flaw is not null ? Messages.AnswerOfOtherShape.With(flaw)
        : body.LooksLikeJson ? Messages.AnswerOfOtherShape.With(Excerpt(body, trip))
        : Messages.AnswerNotJson.With(Excerpt(body, trip));

    // The answer to a call that fetches a token may hold one that nobody knows yet, and so cannot mask.
    private string Excerpt(ResponseBody body, Trip trip) =>
        trip.Call.IsAnonymous && body.LooksLikeJson && redactions.HasFlag(Redactions.TokenAnswers) ? SecretMask.Mask
        : redactions.HasFlag(Redactions.QuoteEnds) ? trip.Mask.ApplyToBeginning(body.Excerpt())
        : body.Excerpt();

    private static string Host(Uri? location) => location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Authority) : "/";
}
