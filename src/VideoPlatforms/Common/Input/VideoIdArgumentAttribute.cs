using System.Management.Automation;

namespace VideoPlatforms.Commands;

/// <summary>Takes the id of a video where the video itself is given: by value from the pipeline, or as an argument.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VideoIdArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.Unwrapped() switch
    {
        PlatformVideo video => video.Id,
        object[] several => several.Select(item => Transform(engineIntrinsics, item)).ToArray(),
        _ => inputData,
    };
}
