using System.Management.Automation;

namespace VideoPlatforms.Commands;

/// <summary>Lets a time zone be given by its name, such as <c>China Standard Time</c> or <c>Asia/Shanghai</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData.Unwrapped() is not string name)
        {
            return inputData;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
