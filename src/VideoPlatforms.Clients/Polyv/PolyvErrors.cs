using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Contains the error table of document 001.</summary>
internal static class PolyvErrors
{
    public static readonly ErrorKind SignatureMissing = new("SignatureMissing", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind SignatureRejected = new("SignatureRejected", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind TimestampExpired = new("TimestampExpired", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true, ConcernsClock = true };
    public static readonly ErrorKind TimestampIllegal = new("TimestampIllegal", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true, ConcernsClock = true };
    public static readonly ErrorKind UserNotFound = new("UserNotFound", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind CategoryNotFound = new("CategoryNotFound", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind SubaccountNotFound = new("SubaccountNotFound", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind QueryFailed = new("QueryFailed", PlatformErrorCategory.ResourceUnavailable) { Transient = true };

    public static readonly ErrorMap Table = new ErrorMap()
        .Row("400", "sign can not be empty.", SignatureMissing)
        .Row("400", "ptime is too old.", TimestampExpired)
        .Row("400", "ptime is illegal.", TimestampIllegal)
        .Row("400", "Could not find user by userid.", UserNotFound)
        .Row("400", "the sign is not right.", SignatureRejected)
        .Row("400", "cata is not exist.", CategoryNotFound)
        .Row("400", "child user not exist.", SubaccountNotFound)
        .Row("500", "query failed.", QueryFailed);
}
