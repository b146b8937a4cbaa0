using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>What Qushipin's servers answer on failure. Document 003 lists no errors; these are the public servers'.</summary>
internal static class QushipinFailures
{
    public static readonly FailureKind NotLoggedIn = new("NotLoggedIn", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind LoginRejected = new("LoginRejected", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind LoginWithoutToken = new("LoginWithoutToken", FailureCategory.ResourceUnavailable) { EndsPipeline = true };
    public static readonly FailureKind VideoNotFound = new("VideoNotFound", FailureCategory.ObjectNotFound);
    public static readonly FailureKind RecommendationNotFound = new("RecommendationNotFound", FailureCategory.ObjectNotFound);
    public static readonly FailureKind NotDeleted = new("NotDeleted", FailureCategory.InvalidResult);

    /// <summary>A "500" inside an answer is how these servers refuse a value; trying again would not help.</summary>
    public static readonly FailureKind BusinessError = FailureKind.ServerError with { Transient = false };

    public static readonly VendorFailures Table = new VendorFailures { Unauthorized = NotLoggedIn }
        .Row("401", null, LoginRejected)
        .Row("403", null, NotLoggedIn)
        .Row("500", null, BusinessError);
}
