using System.Management.Automation;

namespace VideoPlatforms.Common.Input;

/// <summary>An empty cell of a CSV says nothing: PowerShell would make a zero of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmptyAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
