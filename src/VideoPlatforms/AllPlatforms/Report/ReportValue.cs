using System.Globalization;

namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Values as text that does not depend on a culture.</summary>
internal static class ReportValue
{
    /// <summary>Returns a value as text; null if there is none.</summary>
    public static string? ToText(object? value) => value switch
    {
        null => null,
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        TextList list => list.Count == 0 ? null : string.Join(", ", list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 0 } text ? text : null,
    };
}
