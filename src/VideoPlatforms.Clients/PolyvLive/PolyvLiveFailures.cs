using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.PolyvLive;

/// <summary>The failures that document 002 shows.</summary>
internal static class PolyvLiveFailures
{
    public static readonly FailureKind AppIdMissing = new("AppIdMissing", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind AppNotFound = new("AppNotFound", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind TimestampRejected = new("TimestampRejected", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind SignatureRejected = new("SignatureRejected", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind PageSizeOutOfRange = new("PageSizeOutOfRange", FailureCategory.InvalidArgument);

    public static readonly VendorFailures Table = new VendorFailures()
        .Row("400", "appId is required.", AppIdMissing)
        .Row("400", "application not found.", AppNotFound)
        .Row("400", "invalid timestamp.", TimestampRejected)
        .Row("403", "invalid signature.", SignatureRejected)
        .Row("403", "number range error", PageSizeOutOfRange);
}
