using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>The error table of document 000, and the codes that the vendor lists elsewhere.</summary>
internal static class ChanjingFailures
{
    public static readonly FailureKind RequestMalformed = new("RequestMalformed", FailureCategory.InvalidArgument);
    public static readonly FailureKind TokenRejected = new("TokenRejected", FailureCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly FailureKind ParameterRejected = new("ParameterRejected", FailureCategory.InvalidArgument);
    public static readonly FailureKind DurationExceeded = new("DurationExceeded", FailureCategory.LimitsExceeded);
    public static readonly FailureKind TextImproper = new("TextImproper", FailureCategory.PermissionDenied);

    public static readonly VendorFailures Table = new VendorFailures { Unauthorized = TokenRejected }
        .Row("400", null, RequestMalformed)
        .Row("10400", null, TokenRejected)
        .Row("10401", null, TokenRejected)
        .Row("40000", null, ParameterRejected)
        .Row("40001", null, FailureKind.TooManyRequests)
        .Row("40002", null, DurationExceeded)
        .Row("50000", null, FailureKind.ServerError)
        .Row("50011", null, TextImproper);
}
