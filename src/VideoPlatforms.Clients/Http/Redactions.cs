namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Every place where a secret is kept from being shown, so that a test can take out one at a time and see that it is missed.
/// Sessions have all of them; nothing outside this assembly and its tests can say otherwise.
/// </summary>
[Flags]
internal enum Redactions
{
    /// <summary>Nothing is hidden.</summary>
    None = 0,

    /// <summary>Keys and passwords of the account.</summary>
    AccountSecrets = 1 << 0,

    /// <summary>Signatures and tokens that attempts carried.</summary>
    CarriedSecrets = 1 << 1,

    /// <summary>Secrets encoded for a URL.</summary>
    UrlForms = 1 << 2,

    /// <summary>Secrets encoded for a page.</summary>
    PageForms = 1 << 3,

    /// <summary>Secrets escaped for JSON.</summary>
    JsonForms = 1 << 4,

    /// <summary>Digests of secrets.</summary>
    Digests = 1 << 5,

    /// <summary>The server's message in a failure.</summary>
    Messages = 1 << 6,

    /// <summary>The server's code in a failure.</summary>
    Codes = 1 << 7,

    /// <summary>The server's id of the request in a failure.</summary>
    RequestIds = 1 << 8,

    /// <summary>The first part of a secret at the end of a quote.</summary>
    QuoteEnds = 1 << 9,

    /// <summary>Answers to the call that fetches a token.</summary>
    TokenResponses = 1 << 10,

    /// <summary>What the response to a write says.</summary>
    WriteResponses = 1 << 11,

    /// <summary>Headers and parameters of a request in a debug line.</summary>
    RequestLines = 1 << 12,

    /// <summary>Headers of a response in a debug line.</summary>
    AnswerLines = 1 << 13,

    /// <summary>What a harmless header of a response repeats, in a debug line.</summary>
    AnswerEchoes = 1 << 14,

    /// <summary>All of them.</summary>
    All = (1 << 15) - 1,
}
