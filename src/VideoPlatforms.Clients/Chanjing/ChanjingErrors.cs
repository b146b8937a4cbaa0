using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Chanjing;

/// <summary>Contains the error table of document 000 and codes that the vendor lists elsewhere.</summary>
internal static class ChanjingErrors
{
    public static readonly ErrorKind RequestMalformed = new("RequestMalformed", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind TokenRejected = new("TokenRejected", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind ParameterRejected = new("ParameterRejected", PlatformErrorCategory.InvalidArgument);
    public static readonly ErrorKind DurationExceeded = new("DurationExceeded", PlatformErrorCategory.LimitsExceeded);
    public static readonly ErrorKind TextImproper = new("TextImproper", PlatformErrorCategory.PermissionDenied);

    public static readonly ErrorMap Table = new ErrorMap { Unauthorized = TokenRejected }
        .Row("400", null, RequestMalformed)
        .Row("10400", null, TokenRejected)
        .Row("10401", null, TokenRejected)
        .Row("40000", null, ParameterRejected)
        .Row("40001", null, ErrorKind.TooManyRequests)
        .Row("40002", null, DurationExceeded)
        .Row("50000", null, ErrorKind.ServerError)
        .Row("50011", null, TextImproper);
}
