using System.Globalization;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>Represents a range of a file, as RFC 9110 defines it: <c>bytes=a-b</c>, <c>bytes=a-</c> or <c>bytes=-n</c>.</summary>
internal readonly record struct ByteRange(long Offset, long Count)
{
    private const string Unit = "bytes=";

    /// <summary>Gets a value indicating whether no byte of the file is in the range.</summary>
    public bool IsUnsatisfiable => Count == 0;

    /// <summary>
    /// Parses a <c>Range</c> header for a file. Returns null if the header must be ignored: because it is invalid, names another unit
    /// or contains several ranges.
    /// </summary>
    public static ByteRange? Parse(string header, long length)
    {
        if (!header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = header.Substring(Unit.Length).Trim().Split('-');
        return parts.Length != 2 ? null
            : parts[0].Length == 0 ? ParseSuffix(parts[1], length)
            : ParseInterval(parts[0], parts[1], length);
    }

    /// <summary>Returns a range that begins later, or earlier if the number is negative, and ends within the file.</summary>
    public ByteRange Shift(int by, long length)
    {
        var offset = Math.Min(Math.Max(Offset + by, 0), length - 1);
        return new(offset, Math.Min(Count, length - offset));
    }

    private static ByteRange? ParseSuffix(string text, long length)
        => ParsePosition(text) is { } count ? new(length - Math.Min(count, length), Math.Min(count, length)) : null;

    private static ByteRange? ParseInterval(string first, string last, long length)
    {
        if (ParsePosition(first) is not { } begin || (last.Length > 0 && ParsePosition(last) is null))
        {
            return null;
        }

        var end = last.Length == 0 ? length - 1 : ParsePosition(last)!.Value;
        return end < begin && last.Length > 0 ? null : new(begin, Math.Max(Math.Min(end, length - 1) - begin + 1, 0));
    }

    private static long? ParsePosition(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
}
