using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;

namespace VideoPlatforms.Clients.Platforms;

/// <summary>Describes a platform to the code that works on every platform. Each platform has one description, in its own folder.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Document">The number of the vendor's document, such as <c>001</c>.</param>
/// <param name="VideoType">The class of its videos.</param>
/// <param name="RecordType">The class of a record in its list. The names of its properties are the documented fields.</param>
/// <param name="ReadVideo">Creates a video from the properties of a saved or deserialized one.</param>
/// <param name="ErrorType">The class that declares its errors.</param>
/// <param name="Errors">The errors of its responses.</param>
/// <param name="LoggableNames">The parameters and headers that a debug line may show; all others are redacted.</param>
internal sealed record PlatformDescription(
    Platform Platform,
    string Document,
    Type VideoType,
    Type RecordType,
    Func<PropertyReader, object> ReadVideo,
    Type ErrorType,
    ErrorMap Errors,
    IReadOnlyCollection<string> LoggableNames)
{
    /// <summary>Gets the public address of the platform; null if each customer has a separate server.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Gets the largest accepted difference between the time of a request and the server's clock; null if no document specifies it.</summary>
    public TimeSpan? MaxClockDifference { get; init; }

    /// <summary>Gets the default rate limit of a session, in requests per second.</summary>
    public double DefaultRequestsPerSecond { get; init; } = 20;
}
