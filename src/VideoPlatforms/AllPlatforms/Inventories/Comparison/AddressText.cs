namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>Addresses without their query strings.</summary>
internal static class AddressText
{
    private const char QueryStart = '?';

    /// <summary>Returns whether text is an address.</summary>
    public static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Returns whether text is an address.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> utf8Text) =>
        utf8Text.StartsWith("http://"u8) || utf8Text.StartsWith("https://"u8) || utf8Text.StartsWith("//"u8);

    /// <summary>Removes the query string.</summary>
    public static string WithoutQuery(string text) => text.IndexOf(QueryStart) is >= 0 and var end ? text.Substring(0, end) : text;

    /// <summary>Removes the query string.</summary>
    public static ReadOnlySpan<byte> WithoutQuery(ReadOnlySpan<byte> utf8Text) =>
        utf8Text.IndexOf((byte)QueryStart) is >= 0 and var end ? utf8Text.Slice(0, end) : utf8Text;
}
