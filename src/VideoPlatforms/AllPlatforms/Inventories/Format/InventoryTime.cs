using System.Buffers.Text;
using System.Globalization;

namespace VideoPlatforms.AllPlatforms.Inventories.Format;

/// <summary>Writes and reads times in ISO 8601 with their offset, with as many digits of the second as are needed.</summary>
internal static class InventoryTime
{
    /// <summary>The length of the longest text.</summary>
    public const int MaxLength = 33;

    private const int OffsetLength = 6;
    private const int FractionLength = 8;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "O"];

    /// <summary>Writes a time, and returns the length of its text.</summary>
    public static int Format(DateTimeOffset time, Span<byte> text)
    {
        Utf8Formatter.TryFormat(time, text, out var length, 'O');
        var end = length - OffsetLength;
        var digits = FractionLength;
        while (digits > 0 && (text[end - 1] == '0' || digits == 1))
        {
            end--;
            digits--;
        }

        text.Slice(length - OffsetLength, OffsetLength).CopyTo(text.Slice(end));
        return end + OffsetLength;
    }

    /// <summary>Reads a time.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
