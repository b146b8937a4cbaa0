using System.Management.Automation;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Qushipin;

/// <summary>Converts the name of a time zone, such as <c>China Standard Time</c> or <c>Asia/Shanghai</c>, to the time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData.BaseObject() is not string name)
        {
            return inputData;
        }

        try
        {
            return TimeZoneName.Find(name);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
