namespace VideoPlatforms.Clients.Errors;

/// <summary>
/// One way to fail. What is said of it to people stands in the texts under the reason's name
/// (<c>Polyv.UserNotFound.What</c> or, shared by all platforms, <c>TimedOut.What</c>; likewise <c>.Do</c>).
/// </summary>
/// <param name="Reason">The second half of the error id.</param>
/// <param name="Category">What sort of failure it is.</param>
internal sealed record ErrorKind(string Reason, PlatformErrorCategory Category)
{
    /// <summary>It may well go away by itself, so a read is tried again.</summary>
    public bool Transient { get; init; }

    /// <summary>The server rejects the time of the request, not who is calling.</summary>
    public bool ConcernsClock { get; init; }

    /// <summary>Nothing that follows in the pipeline could go better.</summary>
    public bool EndsPipeline { get; init; }

    // What can happen on every platform.
    public static readonly ErrorKind ConnectionFailed = new("ConnectionFailed", PlatformErrorCategory.ConnectionError) { Transient = true };
    public static readonly ErrorKind TimedOut = new("TimedOut", PlatformErrorCategory.OperationTimeout) { Transient = true };
    public static readonly ErrorKind TooManyRequests = new("TooManyRequests", PlatformErrorCategory.LimitsExceeded) { Transient = true };
    public static readonly ErrorKind ServerError = new("ServerError", PlatformErrorCategory.ResourceUnavailable) { Transient = true };
    public static readonly ErrorKind RequestRejected = new("RequestRejected", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind Redirected = new("Redirected", PlatformErrorCategory.InvalidResult);
    public static readonly ErrorKind UnexpectedResponse = new("UnexpectedResponse", PlatformErrorCategory.InvalidData);
    public static readonly ErrorKind ResponseTruncated = UnexpectedResponse with { Transient = true };
    public static readonly ErrorKind OutcomeUnknown = new("OutcomeUnknown", PlatformErrorCategory.InvalidResult);
    public static readonly ErrorKind NotConnected = new("NotConnected", PlatformErrorCategory.InvalidOperation) { EndsPipeline = true };
    public static readonly ErrorKind SessionMismatch = new("SessionMismatch", PlatformErrorCategory.InvalidOperation);
    public static readonly ErrorKind OtherPlatform = new("OtherPlatform", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind IdMissing = new("IdMissing", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind ValueUnreadable = new("ValueUnreadable", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind WaitFailed = new("WaitFailed", PlatformErrorCategory.InvalidResult);
    public static readonly ErrorKind WaitGone = new("WaitGone", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind WaitTimedOut = new("WaitTimedOut", PlatformErrorCategory.OperationTimeout);
    public static readonly ErrorKind MissingCredential = new("MissingCredential", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
}
