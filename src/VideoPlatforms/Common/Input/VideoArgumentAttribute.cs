using System.Collections;
using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Converts objects of any platform, saved rows and results to video references. Never fails, because PowerShell skips a pipeline
/// binding that fails; an object that cannot be converted is reported as an error of that item.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VideoArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is IEnumerable items and not (string or IDictionary)
            ? items.Cast<object?>().Select(VideoReference.Read).ToArray()
            : new[] { VideoReference.Read(inputData) };
}
