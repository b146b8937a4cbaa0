using System.Globalization;

namespace VideoPlatforms.Clients.Common;

/// <summary>Reads enumeration values.</summary>
internal static class EnumText
{
    /// <summary>
    /// Returns the value with exactly this name or number; null if there is none. Enum.TryParse would combine several names into
    /// another value.
    /// </summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum
    {
        var wanted = text?.Trim();
        foreach (T value in Enum.GetValues(typeof(T)))
        {
            if (value.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase)
                || Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) == wanted)
            {
                return value;
            }
        }

        return null;
    }
}
