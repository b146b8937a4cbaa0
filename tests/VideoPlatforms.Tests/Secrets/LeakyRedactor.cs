using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>The places and forms in which a secret is redacted.</summary>
public enum Redaction
{
    AccountSecrets,
    RequestSecrets,
    UrlForms,
    HtmlForms,
    JsonForms,
    Digests,
    Messages,
    Codes,
    RequestIds,
    ExcerptEnds,
    TokenResponses,
    WriteResponses,
    RequestValues,
    ResponseHeaders,
    ResponseHeaderTexts,
}

/// <summary>A redactor that leaves out a single redaction.</summary>
internal sealed class LeakyRedactor(Redaction left) : SecretRedactor
{
    public override void AddAccountSecret(string secret)
    {
        if (left != Redaction.AccountSecrets)
        {
            base.AddAccountSecret(secret);
        }
    }

    public override SecretRedactor WithRequestSecrets(IReadOnlyCollection<string> secrets) =>
        left == Redaction.RequestSecrets ? this : base.WithRequestSecrets(secrets);

    public override string? Message(string? text) => left == Redaction.Messages ? text : base.Message(text);

    public override string? Code(string? text) => left == Redaction.Codes ? text : base.Code(text);

    public override string? RequestId(string? text) => left == Redaction.RequestIds ? text : base.RequestId(text);

    public override string? WriteResponse(string? text) => left == Redaction.WriteResponses ? text : base.WriteResponse(text);

    public override string Excerpt(string beginning) => left == Redaction.ExcerptEnds ? beginning : base.Excerpt(beginning);

    public override string TokenResponse(string beginning) => left == Redaction.TokenResponses ? Excerpt(beginning) : base.TokenResponse(beginning);

    public override string RequestValue(string value, bool isLoggable) => base.RequestValue(value, isLoggable || left == Redaction.RequestValues);

    public override string ResponseHeader(string value, bool isLoggable) => base.ResponseHeader(value, isLoggable || left == Redaction.ResponseHeaders);

    public override string ResponseHeaderText(string text) => left == Redaction.ResponseHeaderTexts ? text : base.ResponseHeaderText(text);

    protected override IEnumerable<string> UrlForms(string secret) => left == Redaction.UrlForms ? [] : base.UrlForms(secret);

    protected override IEnumerable<string> HtmlForms(string secret) => left == Redaction.HtmlForms ? [] : base.HtmlForms(secret);

    protected override IEnumerable<string> JsonForms(string secret) => left == Redaction.JsonForms ? [] : base.JsonForms(secret);

    protected override IEnumerable<string> Digests(string secret) => left == Redaction.Digests ? [] : base.Digests(secret);
}
