using System.Globalization;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Times as Qushipin's servers write them: their own local time, without saying which.</summary>
internal static class QushipinTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    // Windows knows the first, others know the rest; .NET Framework knows only the system's own.
    private static readonly HashSet<string> ChinaNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "China Standard Time", "Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "PRC",
    };

    /// <summary>China Standard Time, wherever the time zones' names may be missing.</summary>
    public static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China Standard Time", ValueParser.ChinaOffset, "China Standard Time", "China Standard Time");

    /// <summary>Whether a time zone's id, Windows' or IANA's, means China Standard Time.</summary>
    public static bool IsChina(string id) => ChinaNames.Contains(id.Trim());

    /// <summary>Reads <c>2019-01-09 22:11:29.0</c>; null where it is no time.</summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo timeZone) =>
        DateTime.TryParseExact(text?.Trim(), [Form, Form + ".FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1 and < 9999
            ? new DateTimeOffset(time, timeZone.GetUtcOffset(time))
            : null;

    /// <summary>Writes a time as a filter takes it.</summary>
    public static string? Write(DateTimeOffset? time, TimeZoneInfo timeZone) =>
        time is { } known ? TimeZoneInfo.ConvertTime(known, timeZone).ToString(Form, CultureInfo.InvariantCulture) : null;
}
