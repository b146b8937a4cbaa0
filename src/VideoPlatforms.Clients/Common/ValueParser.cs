using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>Reads the values that the platforms write each in their own way.</summary>
internal static class ValueParser
{
    /// <summary>China Standard Time, which has no daylight saving.</summary>
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    // What a DateTimeOffset can hold.
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>A Unix time in milliseconds, shown as China Standard Time; null where it is no time at all.</summary>
    public static DateTimeOffset? FromMilliseconds(long? milliseconds) =>
        milliseconds is >= FirstMillisecond + 86_400_000 and <= LastMillisecond - 86_400_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value).ToOffset(ChinaOffset)
            : null;

    /// <summary>A Unix time in seconds, shown as China Standard Time; null where it is no time at all.</summary>
    public static DateTimeOffset? FromSeconds(long? seconds) =>
        seconds is > -1_000_000_000_000 and < 1_000_000_000_000 ? FromMilliseconds(seconds * 1000) : null;

    /// <summary>A local time as text; null where it has none of the forms.</summary>
    public static DateTimeOffset? FromText(string? text, TimeSpan offset, params string[] forms) =>
        DateTime.TryParseExact(text?.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1 and < 9999
            ? new DateTimeOffset(time, offset)
            : null;

    /// <summary>A length such as <c>01:02:03</c>, hours first; null where it is none.</summary>
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

    /// <summary>A length in seconds, perhaps with a fraction; null where it is none.</summary>
    public static TimeSpan? FromSeconds(double? seconds) =>
        seconds is >= 0 and < 1e9 ? TimeSpan.FromTicks((long)Math.Round(seconds.Value * TimeSpan.TicksPerSecond)) : null;

    /// <summary>A URL as the server sent it; a protocol-relative one gains <c>https:</c>, an empty one is none.</summary>
    public static string? Url(string? url) =>
        string.IsNullOrWhiteSpace(url) ? null : url!.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;
}
