using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>The error table of document 001.</summary>
internal static class PolyvFailures
{
    public static readonly FailureKind SignatureMissing = new("SignatureMissing", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind SignatureRejected = new("SignatureRejected", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind TimestampExpired = new("TimestampExpired", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind TimestampIllegal = new("TimestampIllegal", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind UserNotFound = new("UserNotFound", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind CategoryNotFound = new("CategoryNotFound", FailureCategory.ObjectNotFound);
    public static readonly FailureKind SubaccountNotFound = new("SubaccountNotFound", FailureCategory.ObjectNotFound);
    public static readonly FailureKind QueryFailed = new("QueryFailed", FailureCategory.ResourceUnavailable) { Transient = true };

    public static readonly VendorFailures Table = new VendorFailures()
        .Row("400", "sign can not be empty.", SignatureMissing)
        .Row("400", "ptime is too old.", TimestampExpired)
        .Row("400", "ptime is illegal.", TimestampIllegal)
        .Row("400", "Could not find user by userid.", UserNotFound)
        .Row("400", "the sign is not right.", SignatureRejected)
        .Row("400", "cata is not exist.", CategoryNotFound)
        .Row("400", "child user not exist.", SubaccountNotFound)
        .Row("500", "query failed.", QueryFailed);
}
