using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Restores the result of an operation.</summary>
internal static class OperationResultReader
{
    /// <summary>Restores the result. Returns null if platform, operation, target or time is missing.</summary>
    public static VideoOperationResult? Read(PropertyReader properties) =>
        properties.Word<Platform>("Platform") is { } platform
        && properties.Text("Operation") is { } operation
        && properties.Text("Target") is { } target
        && properties.Time("CompletedAt") is { } time
            ? new(platform, operation, target, properties.Text("Message"), properties.Text("RequestId"), SessionReader.Of(properties, platform), time)
            : null;
}
