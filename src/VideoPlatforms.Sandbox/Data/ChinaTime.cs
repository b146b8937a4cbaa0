using System.Globalization;

namespace VideoPlatforms.Sandbox.Data;

/// <summary>Provides China Standard Time (UTC+8 without daylight saving time), in which the vendors' texts are written.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Format(DateTimeOffset time, string format) => time.ToOffset(Offset).ToString(format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Parse(string text, string format)
        => DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, Offset)
            : null;
}
