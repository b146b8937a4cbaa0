using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>Parses values whose format differs between the platforms.</summary>
internal static class ValueParser
{
    /// <summary>The UTC offset of China Standard Time, which has no daylight saving time.</summary>
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    // The range of DateTimeOffset.
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>Converts a Unix time in milliseconds to China Standard Time. Returns null if the value is out of range.</summary>
    public static DateTimeOffset? FromMilliseconds(long? milliseconds) =>
        milliseconds is >= FirstMillisecond + 86_400_000 and <= LastMillisecond - 86_400_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value).ToOffset(ChinaOffset)
            : null;

    /// <summary>Converts a Unix time in seconds to China Standard Time. Returns null if the value is out of range.</summary>
    public static DateTimeOffset? FromSeconds(long? seconds) =>
        seconds is > -1_000_000_000_000 and < 1_000_000_000_000 ? FromMilliseconds(seconds * 1000) : null;

    /// <summary>Parses a local time. Returns null if the text has none of the formats, or the year is 1 or 9999.</summary>
    public static DateTimeOffset? FromText(string? text, TimeSpan offset, params string[] forms) =>
        DateTime.TryParseExact(text?.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1 and < 9999
            ? new DateTimeOffset(time, offset)
            : null;

    /// <summary>Parses a duration such as <c>01:02:03</c> (hours, minutes, seconds). Returns null if the text has another format.</summary>
    public static TimeSpan? FromClockText(string? text)
    {
        var parts = text?.Trim().Split(':');
        return parts is { Length: 3 }
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && hours < 1_000_000
                ? new TimeSpan(hours, minutes, seconds)
                : null;
    }

    /// <summary>Converts a duration in seconds, which can have a fraction. Returns null if the value is out of range.</summary>
    public static TimeSpan? FromSeconds(double? seconds) =>
        seconds is >= 0 and < 1e9 ? TimeSpan.FromTicks((long)Math.Round(seconds.Value * TimeSpan.TicksPerSecond)) : null;

    /// <summary>Returns a URL as the server returned it, with <c>https:</c> added if it begins with <c>//</c>; null if it is empty.</summary>
    public static string? Url(string? url) =>
        string.IsNullOrWhiteSpace(url) ? null : url!.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;
}
