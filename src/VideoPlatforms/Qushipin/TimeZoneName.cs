using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Qushipin;
using VideoPlatforms.Common;

namespace VideoPlatforms.Qushipin;

/// <summary>Finds the time zone of a name, such as <c>China Standard Time</c> or <c>Asia/Shanghai</c>.</summary>
internal static class TimeZoneName
{
    /// <summary>Returns the time zone.</summary>
    /// <exception cref="ArgumentException">There is no time zone with this name.</exception>
    public static TimeZoneInfo Find(string name)
    {
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
            throw new ArgumentException(CommandMessages.TimeZoneUnknown.With(name), exception);
        }
    }
}
