namespace VideoPlatforms.Clients.Errors;

/// <summary>
/// Represents a kind of error. The names of its messages contain the reason: <c>Polyv.UserNotFound.What</c> or, for all platforms,
/// <c>TimedOut.What</c> describe the error; <c>.Do</c> instead of <c>.What</c> is the recommended action.
/// </summary>
/// <param name="Reason">The second part of the error ID.</param>
/// <param name="Category">The category of the error.</param>
internal sealed record ErrorKind(string Reason, PlatformErrorCategory Category)
{
    /// <summary>Gets a value indicating whether the error can be temporary, so that a retry can succeed.</summary>
    public bool Transient { get; init; }

    /// <summary>Gets a value indicating whether the server rejected the time of the request, not the caller.</summary>
    public bool ConcernsClock { get; init; }

    /// <summary>Gets a value indicating whether the remaining items in the pipeline would fail in the same way.</summary>
    public bool EndsPipeline { get; init; }

    // The errors of all platforms.
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

    // What can happen to the files of videos.
    public static readonly ErrorKind NoFile = new("NoFile", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind FileNotFound = new("FileNotFound", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind FileForbidden = new("FileForbidden", PlatformErrorCategory.PermissionDenied);
    public static readonly ErrorKind RedirectRejected = new("RedirectRejected", PlatformErrorCategory.InvalidResult);
    public static readonly ErrorKind UnexpectedContent = new("UnexpectedContent", PlatformErrorCategory.InvalidData);
    public static readonly ErrorKind LengthMismatch = new("LengthMismatch", PlatformErrorCategory.InvalidData);
    public static readonly ErrorKind FileTruncated = LengthMismatch with { Transient = true };
    public static readonly ErrorKind FileNotWritten = new("FileNotWritten", PlatformErrorCategory.ResourceUnavailable);
}
