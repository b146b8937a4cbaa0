using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Contains the errors of Qushipin's servers. Document 003 lists none; these are the errors of the public servers.</summary>
internal static class QushipinErrors
{
    public static readonly ErrorKind NotLoggedIn = new("NotLoggedIn", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind LoginRejected = new("LoginRejected", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };
    public static readonly ErrorKind LoginWithoutToken = new("LoginWithoutToken", PlatformErrorCategory.ResourceUnavailable) { EndsPipeline = true };
    public static readonly ErrorKind VideoNotFound = new("VideoNotFound", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind RecommendationNotFound = new("RecommendationNotFound", PlatformErrorCategory.ObjectNotFound);
    public static readonly ErrorKind NotDeleted = new("NotDeleted", PlatformErrorCategory.InvalidResult);

    /// <summary>The code 500 in a response, with which the servers reject a value. A retry would not succeed.</summary>
    public static readonly ErrorKind BusinessError = ErrorKind.ServerError with { Transient = false };

    public static readonly ErrorMap Table = new ErrorMap { Unauthorized = NotLoggedIn }
        .Row("401", null, LoginRejected)
        .Row("403", null, NotLoggedIn)
        .Row("500", null, BusinessError);
}
