using VideoPlatforms.Clients.Errors;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// A call that failed: what happened, on which item, what the server said, and what to do next.
/// Holds no secret: what the server echoed of one is masked before it gets here.
/// </summary>
public sealed class PlatformException : Exception
{
    internal PlatformException(Platform platform, ErrorKind kind, string message, string advice, Exception? inner = null)
        : base(message, inner)
    {
        Platform = platform;
        Kind = kind;
        RecommendedAction = advice;
    }

    /// <summary>The platform that was called.</summary>
    public Platform Platform { get; }

    /// <summary>The stable second half of the error id, such as <c>UserNotFound</c>.</summary>
    public string Reason => Kind.Reason;

    /// <summary>The stable error id, such as <c>Polyv.UserNotFound</c>.</summary>
    public string ErrorId => $"{Platform}.{Reason}";

    /// <summary>What sort of failure it was.</summary>
    public PlatformErrorCategory Category => Kind.Category;

    /// <summary>The call, by the document's name; null where none was made.</summary>
    public string? Call { get; internal init; }

    /// <summary>The item that the call was about; null where it was about none.</summary>
    public string? Target { get; internal init; }

    /// <summary>The vendor's code, as it was sent.</summary>
    public string? VendorCode { get; internal init; }

    /// <summary>The vendor's message, as it was sent, secrets masked.</summary>
    public string? VendorMessage { get; internal init; }

    /// <summary>The server's id of the request, for the vendor's support; null where it sent none.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The HTTP status; null where there was no response.</summary>
    public int? HttpStatus { get; internal init; }

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; }

    /// <summary>True where nothing that follows could go better, as with wrong credentials.</summary>
    public bool EndsPipeline => Kind.EndsPipeline;

    internal ErrorKind Kind { get; }

    /// <summary>How long the server asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The server's clock when it answered.</summary>
    internal DateTimeOffset? ServerDate { get; init; }

    /// <summary>False only where the request surely never reached the server.</summary>
    internal bool MayHaveArrived { get; init; } = true;

    /// <summary>Whether the platform itself says so, in its own form; not a gateway, and not the connection.</summary>
    internal bool IsVendorResponse { get; init; }

    /// <summary>Which of the session's tokens the refused attempt carried.</summary>
    internal int TokenGeneration { get; init; }

    /// <summary>The same failure, told as one after which nobody knows whether the request was carried out.</summary>
    internal PlatformException OutcomeUnknown() =>
        Kind == ErrorKind.OutcomeUnknown ? this : With(
            ErrorText.Find(Platform, ErrorKind.OutcomeUnknown, "What"),
            ErrorKind.OutcomeUnknown,
            ErrorText.Advise(Platform, ErrorKind.OutcomeUnknown));

    /// <summary>The same failure, told with more of what is known: how far a list came, or what stays uncertain.</summary>
    internal PlatformException With(string addition, ErrorKind? kind = null, string? advice = null) =>
        new(Platform, kind ?? Kind, $"{Message} {addition}", advice ?? RecommendedAction, InnerException)
        {
            Call = Call,
            Target = Target,
            VendorCode = VendorCode,
            VendorMessage = VendorMessage,
            RequestId = RequestId,
            HttpStatus = HttpStatus,
            RetryAfter = RetryAfter,
            ServerDate = ServerDate,
            MayHaveArrived = MayHaveArrived,
            IsVendorResponse = IsVendorResponse,
            TokenGeneration = TokenGeneration,
        };
}
