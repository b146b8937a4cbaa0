using VideoPlatforms.Clients.Failures;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>What is known of this platform's failures: its document lists none, other codes read as HTTP's.</summary>
internal static class DigitalPersonFailures
{
    public static readonly FailureKind Unauthorized = new("Unauthorized", FailureCategory.AuthenticationError) { EndsPipeline = true };

    public static readonly VendorFailures Table = new VendorFailures { Unauthorized = Unauthorized }
        .Row("401", null, Unauthorized);
}
