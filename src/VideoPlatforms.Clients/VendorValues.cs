namespace VideoPlatforms.Clients;

/// <summary>Reads the values that the platforms write each in their own way.</summary>
internal static class VendorValues
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

    /// <summary>A URL as the server sent it; a protocol-relative one gains <c>https:</c>, an empty one is none.</summary>
    public static string? Url(string? url) =>
        string.IsNullOrWhiteSpace(url) ? null : url!.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;
}
