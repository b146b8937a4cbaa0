namespace VideoPlatforms.Clients.Failures;

/// <summary>
/// One way to fail. What is said of it to people stands in the texts under the reason's name
/// (<c>Polyv.UserNotFound.What</c> or, shared by all platforms, <c>TimedOut.What</c>; likewise <c>.Do</c>).
/// </summary>
/// <param name="Reason">The second half of the error id.</param>
/// <param name="Category">What sort of failure it is.</param>
internal sealed record FailureKind(string Reason, FailureCategory Category)
{
    /// <summary>It may well go away by itself, so a read is tried again.</summary>
    public bool Transient { get; init; }

    /// <summary>Nothing that follows in the pipeline could go better.</summary>
    public bool EndsPipeline { get; init; }

    // What can happen on every platform.
    public static readonly FailureKind ConnectionFailed = new("ConnectionFailed", FailureCategory.ConnectionError) { Transient = true };
    public static readonly FailureKind TimedOut = new("TimedOut", FailureCategory.OperationTimeout) { Transient = true };
    public static readonly FailureKind TooManyRequests = new("TooManyRequests", FailureCategory.LimitsExceeded) { Transient = true };
    public static readonly FailureKind ServerError = new("ServerError", FailureCategory.ResourceUnavailable) { Transient = true };
    public static readonly FailureKind RequestRejected = new("RequestRejected", FailureCategory.InvalidArgument);
    public static readonly FailureKind Redirected = new("Redirected", FailureCategory.InvalidResult);
    public static readonly FailureKind UnexpectedResponse = new("UnexpectedResponse", FailureCategory.InvalidData);
    public static readonly FailureKind AnswerCutOff = UnexpectedResponse with { Transient = true };
    public static readonly FailureKind OutcomeUnknown = new("OutcomeUnknown", FailureCategory.InvalidResult);
    public static readonly FailureKind NotConnected = new("NotConnected", FailureCategory.InvalidOperation) { EndsPipeline = true };
    public static readonly FailureKind SessionMismatch = new("SessionMismatch", FailureCategory.InvalidOperation);
    public static readonly FailureKind OtherPlatform = new("OtherPlatform", FailureCategory.InvalidArgument);
    public static readonly FailureKind IdMissing = new("IdMissing", FailureCategory.InvalidArgument);
    public static readonly FailureKind ValueUnreadable = new("ValueUnreadable", FailureCategory.InvalidArgument);
    public static readonly FailureKind MissingCredential = new("MissingCredential", FailureCategory.AuthenticationError) { EndsPipeline = true };
}
