using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>Formats messages.</summary>
internal static class MessageFormat
{
    /// <summary>Replaces the format items of a message by values, which are formatted for the current culture.</summary>
    public static string With(this string message, params object?[] values) => string.Format(CultureInfo.CurrentCulture, message, values);
}
