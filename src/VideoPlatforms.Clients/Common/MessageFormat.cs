using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>Fills the gaps of a message.</summary>
internal static class MessageFormat
{
    /// <summary>The message with its gaps filled, numbers and dates in the user's form.</summary>
    public static string With(this string message, params object?[] values) => string.Format(CultureInfo.CurrentCulture, message, values);
}
