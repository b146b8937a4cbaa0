using System.Globalization;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Qushipin;

/// <summary>Converts times in the format of Qushipin's servers: the server's local time, without a time zone.</summary>
internal static class QushipinTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    // The first is the ID on Windows, the others are IANA names. .NET Framework knows only those of the system.
    private static readonly HashSet<string> ChinaNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "China Standard Time", "Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "PRC",
    };

    /// <summary>China Standard Time, also on systems without time zone data.</summary>
    public static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China Standard Time", ValueParser.ChinaOffset, "China Standard Time", "China Standard Time");

    /// <summary>Returns whether the ID of a time zone (Windows or IANA) means China Standard Time.</summary>
    public static bool IsChina(string id) => ChinaNames.Contains(id.Trim());

    /// <summary>Parses a time such as <c>2019-01-09 22:11:29.0</c>. Returns null if the text has another format.</summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo timeZone) =>
        DateTime.TryParseExact(text?.Trim(), [Form, Form + ".FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1 and < 9999
            ? new DateTimeOffset(time, timeZone.GetUtcOffset(time))
            : null;

    /// <summary>Formats a time for a filter.</summary>
    public static string? Write(DateTimeOffset? time, TimeZoneInfo timeZone) =>
        time is { } known ? TimeZoneInfo.ConvertTime(known, timeZone).ToString(Form, CultureInfo.InvariantCulture) : null;
}
