using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Deserialization;

/// <summary>Rebuilds the result of a change.</summary>
internal static class OperationResultReader
{
    /// <summary>Rebuilds it; null unless platform, operation, target and time are known.</summary>
    public static VideoOperationResult? Read(PropertyReader properties) =>
        properties.Word<Platform>("Platform") is { } platform
        && properties.Text("Operation") is { } operation
        && properties.Text("Target") is { } target
        && properties.Time("CompletedAt") is { } time
            ? new(platform, operation, target, properties.Text("Message"), properties.Text("RequestId"), SessionReader.Of(properties, platform), time)
            : null;
}
