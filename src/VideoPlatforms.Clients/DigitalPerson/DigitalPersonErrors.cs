using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>What is known of this platform's failures: its document lists none, other codes read as HTTP's.</summary>
internal static class DigitalPersonErrors
{
    public static readonly ErrorKind Unauthorized = new("Unauthorized", PlatformErrorCategory.AuthenticationError) { EndsPipeline = true };

    public static readonly ErrorMap Table = new ErrorMap { Unauthorized = Unauthorized }
        .Row("401", null, Unauthorized);
}
