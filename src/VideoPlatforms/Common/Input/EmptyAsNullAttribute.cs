using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>Converts an empty CSV cell to null, because PowerShell would convert it to zero.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmptyAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
