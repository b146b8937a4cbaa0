using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;
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

        if (QushipinTime.IsChina(name))
        {
            return QushipinTime.China;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ArgumentTransformationMetadataException(CommandMessages.TimeZoneUnknown.With(name), exception);
        }
    }
}
