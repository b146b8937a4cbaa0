using VideoPlatforms.Clients.Errors;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// The exception that is thrown if a call fails. It contains what happened, on which item, what the server returned, and the
/// recommended action, but no secrets: those that the server echoed are redacted.
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

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; }

    /// <summary>Gets the second part of the error ID, such as <c>UserNotFound</c>. It does not change between versions.</summary>
    public string Reason => Kind.Reason;

    /// <summary>Gets the error ID, such as <c>Polyv.UserNotFound</c>. It does not change between versions.</summary>
    public string ErrorId => $"{Platform}.{Reason}";

    /// <summary>Gets the category of the error.</summary>
    public PlatformErrorCategory Category => Kind.Category;

    /// <summary>Gets the name of the call in the vendor's document; null if no call was made.</summary>
    public string? Call { get; internal init; }

    /// <summary>Gets the item that the call concerns; null if it concerns none.</summary>
    public string? Target { get; internal init; }

    /// <summary>Gets the vendor's code as it was returned, or <c>HTTP</c> and the status if there is none.</summary>
    public string? VendorCode { get; internal init; }

    /// <summary>Gets the vendor's message as it was returned, with secrets redacted; if there is none, what the client detected.</summary>
    public string? VendorMessage { get; internal init; }

    /// <summary>Gets the server's ID of the request, for the vendor's support; null if the server returned none.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>Gets the HTTP status; null if there was no response.</summary>
    public int? HttpStatus { get; internal init; }

    /// <summary>Gets the recommended action.</summary>
    public string RecommendedAction { get; }

    /// <summary>
    /// Gets a value indicating whether the remaining items in the pipeline would fail in the same way, as with wrong credentials.
    /// </summary>
    public bool EndsPipeline => Kind.EndsPipeline;

    internal ErrorKind Kind { get; }

    /// <summary>Gets the delay that the server requested.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the time of the response by the server's clock.</summary>
    internal DateTimeOffset? ServerDate { get; init; }

    /// <summary>Gets a value indicating whether the request may have reached the server. False only if it certainly did not.</summary>
    internal bool MayHaveArrived { get; init; } = true;

    /// <summary>Gets a value indicating whether the platform reported the error in its own format. A gateway does not.</summary>
    internal bool IsVendorResponse { get; init; }

    /// <summary>Gets the generation of the token in the failed attempt.</summary>
    internal int TokenGeneration { get; init; }

    /// <summary>Returns the error as one that leaves the outcome of the request unknown.</summary>
    internal PlatformException OutcomeUnknown() =>
        Kind == ErrorKind.OutcomeUnknown ? this : With(
            ErrorText.Find(Platform, ErrorKind.OutcomeUnknown, "What"),
            ErrorKind.OutcomeUnknown,
            ErrorText.Advise(Platform, ErrorKind.OutcomeUnknown));

    /// <summary>Returns the error with an addition to its message, such as the number of items that were returned before it.</summary>
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
