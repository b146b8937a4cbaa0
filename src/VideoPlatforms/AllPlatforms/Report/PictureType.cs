namespace VideoPlatforms.AllPlatforms.Report;

/// <summary>Determines the content type of a picture by its first bytes. The server's own words are not trusted.</summary>
internal static class PictureType
{
    private static readonly (string Type, int Offset, byte[] Mark)[] Marks =
    [
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/gif", 0, [(byte)'G', (byte)'I', (byte)'F', (byte)'8']),
        ("image/webp", 8, [(byte)'W', (byte)'E', (byte)'B', (byte)'P']),
        ("image/avif", 4, [(byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f']),
        ("image/bmp", 0, [(byte)'B', (byte)'M']),
    ];

    /// <summary>Returns the content type; null if it is none of the pictures that all browsers show.</summary>
    public static string? Of(byte[] picture) =>
        Marks.FirstOrDefault(mark => picture.Length >= mark.Offset + mark.Mark.Length && picture.AsSpan(mark.Offset).StartsWith(mark.Mark)).Type;
}
