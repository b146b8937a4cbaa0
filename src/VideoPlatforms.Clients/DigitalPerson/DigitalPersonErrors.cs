using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>
/// Contains the errors of the platform. Its document lists none; codes that are not listed here are interpreted as HTTP statuses.
/// </summary>
internal static class DigitalPersonErrors
{
    public static readonly ErrorKind Unauthorized = new("Unauthorized", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };

    public static readonly ErrorMap Table = new ErrorMap { Unauthorized = Unauthorized }
        .Row("401", null, Unauthorized);
}
