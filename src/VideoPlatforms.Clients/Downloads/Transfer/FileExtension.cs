namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Determines the extension of a file.</summary>
internal static class FileExtension
{
    private const string Unknown = ".bin";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        ".mp4", ".m4v", ".mov", ".flv", ".f4v", ".mkv", ".webm", ".avi", ".wmv", ".mpg", ".mpeg", ".ts", ".3gp",
        ".mp3", ".aac", ".m4a", ".wav", ".ogg", ".flac", ".wma",
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".avif", ".heic",
    };

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["video/mp4"] = ".mp4",
        ["video/x-m4v"] = ".m4v",
        ["video/quicktime"] = ".mov",
        ["video/x-flv"] = ".flv",
        ["video/x-matroska"] = ".mkv",
        ["video/webm"] = ".webm",
        ["video/x-msvideo"] = ".avi",
        ["video/x-ms-wmv"] = ".wmv",
        ["video/mpeg"] = ".mpg",
        ["video/mp2t"] = ".ts",
        ["video/3gpp"] = ".3gp",
        ["audio/mpeg"] = ".mp3",
        ["audio/aac"] = ".aac",
        ["audio/aacp"] = ".aac",
        ["audio/x-aac"] = ".aac",
        ["audio/mp4"] = ".m4a",
        ["audio/x-m4a"] = ".m4a",
        ["audio/wav"] = ".wav",
        ["audio/x-wav"] = ".wav",
        ["audio/ogg"] = ".ogg",
        ["audio/flac"] = ".flac",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["image/bmp"] = ".bmp",
        ["image/avif"] = ".avif",
        ["image/heic"] = ".heic",
    };

    /// <summary>Returns the extension in an address; null if it is not that of a video, a sound or a picture.</summary>
    public static string? OfAddress(Uri address)
    {
        var path = address.AbsolutePath;
        var dot = path.LastIndexOf('.');
        return dot >= 0 && path.Substring(dot).ToLowerInvariant() is var extension && Known.Contains(extension) ? extension : null;
    }

    /// <summary>Returns the extension for a content type.</summary>
    public static string OfContent(string? type) => type is not null && Types.TryGetValue(type, out var extension) ? extension : Unknown;
}
