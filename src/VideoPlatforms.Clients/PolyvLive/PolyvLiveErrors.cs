using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>Contains the errors of document 002.</summary>
internal static class PolyvLiveErrors
{
    public static readonly ErrorKind AppIdMissing = new("AppIdMissing", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind AppNotFound = new("AppNotFound", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind TimestampRejected = new("TimestampRejected", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true, ConcernsClock = true };
    public static readonly ErrorKind SignatureRejected = new("SignatureRejected", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind PageSizeOutOfRange = new("PageSizeOutOfRange", PlatformErrorCategory.InvalidArgument);

    public static readonly ErrorMap Table = new ErrorMap()
        .Row("400", "appId is required.", AppIdMissing)
        .Row("400", "application not found.", AppNotFound)
        .Row("400", "invalid timestamp.", TimestampRejected)
        .Row("403", "invalid signature.", SignatureRejected)
        .Row("403", "number range error", PageSizeOutOfRange);
}
